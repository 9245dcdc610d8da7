package org.kontor.importing;

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
import org.kontor.customer.CustomerView;

/**
 * What is known of customers while the rows of a chunk are planned: as the records hold them when the chunk begins, and as the rows
 * before in the chunk leave them. So a row sees the same whether those before it stand in this chunk or a former one.
 */
final class Known {

    private final Set<UUID> imported;
    private final Map<UUID, Long> erased;
    private final Map<MatchKey, List<Long>> holders;
    private final Map<Long, CustomerView> views;
    private final Map<Long, CustomerDraft> drafts;
    private final Map<Long, CustomerDraft> here = new HashMap<>();
    private final Map<MatchKey, TreeSet<Long>> holdersHere = new HashMap<>();

    /**
     * @param imported keys of rows that were imported before
     * @param erased rows of people whose data was erased, with the number of the erasure
     * @param holders customers that have a key, by id
     * @param views holders as the database has them; needed for updates only
     * @param drafts holders as former rows of a dry run would have left them
     */
    Known(
            Set<UUID> imported,
            Map<UUID, Long> erased,
            Map<MatchKey, List<Long>> holders,
            Map<Long, CustomerView> views,
            Map<Long, CustomerDraft> drafts) {
        this.imported = new HashSet<>(imported);
        this.erased = erased;
        this.holders = holders;
        this.views = views;
        this.drafts = drafts;
    }

    /** Whether this very row was imported, before or in this chunk. */
    boolean imported(UUID row) {
        return imported.contains(row);
    }

    /** Number of the erasure by which the person of this row was erased; empty when they may come in. */
    OptionalLong erased(UUID row) {
        Long erasure = erased.get(row);
        return erasure == null ? OptionalLong.empty() : OptionalLong.of(erasure);
    }

    /** The first of the customers that have this key now. */
    OptionalLong find(MatchKey key) {
        OptionalLong before = holders.getOrDefault(key, List.of()).stream()
                .filter(id -> !here.containsKey(id))
                .mapToLong(Long::longValue)
                .findFirst();
        TreeSet<Long> after = holdersHere.get(key);
        if (after == null || after.isEmpty()) {
            return before;
        }
        return OptionalLong.of(Math.min(before.orElse(Long.MAX_VALUE), after.first()));
    }

    /** A customer as it is now. */
    CustomerDraft draft(long customer) {
        CustomerDraft draft = here.getOrDefault(customer, drafts.get(customer));
        return draft == null ? view(customer).toDraft() : draft;
    }

    /** A customer as the database has it. */
    CustomerView view(long customer) {
        return Objects.requireNonNull(views.get(customer), "customer was not read");
    }

    /** A row goes into a customer, which is like this from now on. */
    void put(UUID row, long customer, CustomerDraft draft) {
        imported.add(row);
        CustomerDraft old = here.put(customer, draft);
        if (old != null) {
            MatchKey.held(old)
                    .forEach(key -> Objects.requireNonNull(holdersHere.get(key)).remove(customer));
        }
        MatchKey.held(draft)
                .forEach(key ->
                        holdersHere.computeIfAbsent(key, k -> new TreeSet<>()).add(customer));
    }
}
