package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.shared.FieldError;

/**
 * Finds the customers whom rows of the ledger name: by number in the other system, account number, e-mail, birthdate and phone as
 * customers are, and by the name alone where a row has no number.
 */
@ApplicationScoped
public class LedgerCustomers {

    @Inject
    LiveRecords live;

    @Inject
    CustomerLookup lookup;

    /**
     * Whose a row is.
     *
     * @param customerId the customer; less than zero for one who is to be created
     * @param erasure the erasure by which the person is kept out
     * @param errors why it cannot be told; or what keeps the customer from being created
     */
    record Match(long customerId, OptionalLong erasure, List<FieldError> errors) {
        static Match of(long customerId) {
            return new Match(customerId, OptionalLong.empty(), List.of());
        }
    }

    /** Who is there of those whom rows name. */
    Found find(ImportRun run, List<Mapped> rows) {
        Set<String> names = new HashSet<>();
        rows.forEach(row -> row.customer().map(Checked::draft).ifPresent(draft -> {
            if (!numbered(draft) && !CustomerLookup.name(draft).isEmpty()) {
                names.add(CustomerLookup.name(draft));
            }
        }));
        return new Found(live.holders(run, rows), lookup.byName(names), live.erased(rows));
    }

    private static boolean numbered(CustomerDraft draft) {
        return MatchKey.of(draft).stream().anyMatch(MatchKey::unique);
    }

    /** The customers of one chunk, with those that its rows create. Used by one thread. */
    static final class Found {
        private final Map<MatchKey, List<Long>> holders;
        private final Map<String, List<Long>> names;
        private final Map<UUID, Long> erased;
        private long lastRef;

        Found(Map<MatchKey, List<Long>> holders, Map<String, List<Long>> names, Map<UUID, Long> erased) {
            this.holders = new HashMap<>(holders);
            this.names = new HashMap<>(names);
            this.erased = erased;
        }

        /** The customers who are there already. */
        Set<Long> there() {
            Set<Long> ids = new TreeSet<>();
            holders.values().forEach(ids::addAll);
            names.values().forEach(ids::addAll);
            return ids;
        }

        Match match(Mapped row) {
            Checked customer = row.customer().orElseThrow();
            for (MatchKey key : MatchKey.of(customer.draft())) {
                List<Long> holding = holders.getOrDefault(key, List.of());
                if (!holding.isEmpty()) {
                    return Match.of(holding.get(0));
                }
            }
            String name = CustomerLookup.name(customer.draft());
            if (!numbered(customer.draft()) && !name.isEmpty()) {
                List<Long> named = names.getOrDefault(name, List.of());
                if (named.size() > 1) {
                    return refused(
                            "CUSTOMER_AMBIGUOUS",
                            "Add a column with the account number: more than one customer is called "
                                    + customer.displayName() + ".");
                }
                if (!named.isEmpty()) {
                    return Match.of(named.get(0));
                }
            }
            if (!customer.errors().isEmpty()) {
                return new Match(0, OptionalLong.empty(), customer.errors());
            }
            Long erasure = row.key().map(erased::get).orElse(null);
            if (erasure != null) {
                return new Match(0, OptionalLong.of(erasure), List.of());
            }
            return Match.of(--lastRef);
        }

        private static Match refused(String code, String message) {
            return new Match(0, OptionalLong.empty(), List.of(new FieldError("", code, message)));
        }

        /** Later rows find a customer whom this row creates. */
        void keep(Mapped row, long customerId) {
            CustomerDraft draft = row.customer().orElseThrow().draft();
            for (MatchKey key : MatchKey.of(draft)) {
                holders.computeIfAbsent(key, k -> new ArrayList<>(1)).add(customerId);
            }
            String name = CustomerLookup.name(draft);
            if (!name.isEmpty()) {
                List<Long> named = Objects.requireNonNull(names.computeIfAbsent(name, n -> new ArrayList<>(1)));
                if (!named.contains(customerId)) {
                    named.add(customerId);
                }
            }
        }
    }
}
