package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerDraft;
import org.kontor.importing.ChunkPlan.Planned;

/**
 * What customers would be like if the rows of a dry run had been written: the customers themselves, which stay untouched and
 * unlocked, behind a shadow of those that the dry run would have created or changed. Kept in the database like everything that
 * outlives a chunk, so that a dry run needs no memory and goes on after a crash as a run does.
 */
@ApplicationScoped
public class ShadowRecords implements CustomerRecords {

    @Inject
    LiveRecords live;

    @Inject
    CustomerBulk bulk;

    @Inject
    ShadowRepository shadows;

    @Override
    public Known known(ImportRun run, List<Mapped> rows) {
        Map<MatchKey, List<Long>> holders = live.holders(run, rows);
        Set<Long> entities = live.entities(run);
        Map<Long, MatchKey> keys = new HashMap<>();
        Map<Long, UUID> rowKeys = new HashMap<>();
        for (Mapped row : rows) {
            row.key().ifPresent(key -> rowKeys.put(key.getMostSignificantBits(), key));
            MatchKey.asked(row, entities).forEach(key -> keys.put(key.hash(), key));
        }
        Set<UUID> imported = new HashSet<>(live.imported(rows));
        Map<MatchKey, List<Long>> shadowed = new HashMap<>();
        shadows.holders(
                        run.id(),
                        Stream.concat(keys.keySet().stream(), rowKeys.keySet().stream())
                                .toList())
                .forEach((hash, customers) -> {
                    if (rowKeys.containsKey(hash)) {
                        imported.add(rowKeys.get(hash));
                    } else {
                        shadowed.put(keys.get(hash), customers);
                    }
                });
        if (run.view().onDuplicate() != OnDuplicate.UPDATE) {
            return new Known(imported, live.erased(rows), merged(holders, shadowed, Set.of()), Map.of(), Map.of());
        }
        Collection<Long> ids = new HashSet<>(LiveRecords.ids(holders));
        ids.addAll(LiveRecords.ids(shadowed));
        Map<Long, CustomerDraft> drafts = shadows.drafts(run.id(), ids);
        ids.removeAll(drafts.keySet());
        return new Known(
                imported,
                live.erased(rows),
                merged(holders, shadowed, drafts.keySet()),
                LiveRecords.byId(bulk.read(ids)),
                drafts);
    }

    /** Holders by the database, except those who stand in the shadow, and holders by the shadow. */
    private static Map<MatchKey, List<Long>> merged(
            Map<MatchKey, List<Long>> holders, Map<MatchKey, List<Long>> shadowed, Set<Long> hidden) {
        Map<MatchKey, List<Long>> merged = new HashMap<>(shadowed);
        holders.forEach((key, ids) -> {
            List<Long> all = new ArrayList<>(shadowed.getOrDefault(key, List.of()));
            ids.stream().filter(id -> !hidden.contains(id)).forEach(all::add);
            all.sort(null);
            merged.put(key, all);
        });
        return merged;
    }

    @Override
    public void carryOut(ImportRun run, ChunkPlan plan) {
        List<Planned> all =
                Stream.concat(plan.changes().stream(), plan.creates().stream()).toList();
        shadows.write(
                run.id(),
                run.view().checkpointRow() + 1,
                plan.rowKeys().keySet(),
                all,
                run.view().onDuplicate() == OnDuplicate.UPDATE);
    }
}
