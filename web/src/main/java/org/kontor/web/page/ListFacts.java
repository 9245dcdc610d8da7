package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.communication.Messages;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.ListBalance;

/** What the customer list tells of its rows beside the record itself, as far as the reader may know it: one question a page and kind. */
@ApplicationScoped
public class ListFacts {

    @Inject
    Messages messages;

    @Inject
    CustomerAccounts accounts;

    @Inject
    ShellPage shell;

    /**
     * Of the rows of a page.
     *
     * @param contacted when an e-mail was last sent (S4-55)
     * @param balances by currency, that of the account first
     */
    record Facts(Map<Long, Instant> contacted, Map<Long, List<ListBalance>> balances) implements Serializable {

        Facts {
            contacted = Map.copyOf(contacted);
            balances = Map.copyOf(balances);
        }

        static final Facts NONE = new Facts(Map.of(), Map.of());

        Optional<Instant> contacted(long id) {
            return Optional.ofNullable(contacted.get(id));
        }

        List<ListBalance> balances(long id) {
            return balances.getOrDefault(id, List.of());
        }
    }

    Facts of(List<Long> ids) {
        return new Facts(
                shell.may(Permission.READ_MESSAGE.wireName()) ? messages.lastContacted(ids) : Map.of(),
                shell.may(Permission.READ_RECEIVABLE.wireName()) ? accounts.inList(ids) : Map.of());
    }
}
