package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.ListBalance;
import org.kontor.receivable.ListPayment;

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
     * @param payments the last one
     */
    record Facts(Map<Long, List<ListBalance>> balances, Map<Long, ListPayment> payments) implements Serializable {

        Facts {
            balances = Map.copyOf(balances);
            payments = Map.copyOf(payments);
        }

        static final Facts NONE = new Facts(Map.of(), Map.of());

        List<ListBalance> balances(long id) {
            return balances.getOrDefault(id, List.of());
        }

        Optional<ListPayment> payment(long id) {
            return Optional.ofNullable(payments.get(id));
        }
    }

    Facts of(List<Long> ids) {
        return shell.may(Permission.READ_RECEIVABLE.wireName())
                ? new Facts(accounts.inList(ids), accounts.lastPayments(ids))
                : Facts.NONE;
    }
}
