package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.kontor.access.Permission;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.ListBalance;

/** What the customer list tells of its rows beside the record itself, as far as the reader may know it: one question a page and kind. */
@ApplicationScoped
public class ListFacts {

    @Inject
    CustomerAccounts accounts;

    @Inject
    ShellPage shell;

    /**
     * Of the rows of a page.
     *
     * @param balances by currency, that of the account first
     */
    record Facts(Map<Long, List<ListBalance>> balances) implements Serializable {

        Facts {
            balances = Map.copyOf(balances);
        }

        static final Facts NONE = new Facts(Map.of());

        List<ListBalance> balances(long id) {
            return balances.getOrDefault(id, List.of());
        }
    }

    Facts of(List<Long> ids) {
        return new Facts(shell.may(Permission.READ_RECEIVABLE.wireName()) ? accounts.inList(ids) : Map.of());
    }
}
