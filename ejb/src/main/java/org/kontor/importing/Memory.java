package org.kontor.importing;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What an import remembers of the chunks behind it, so that a dry run and the run decide alike.
 *
 * <p>A dry run remembers what it would have written. A run finds that in the database and remembers nothing, unless it updates
 * customers: then the database shows them as they became meanwhile, while a dry run sees them as they were; so the run remembers
 * the keys that decided, and no longer asks the database about customers that it touched. After a crash a run forgets this and
 * asks the database alone.
 */
final class Memory {

    private final boolean dry;
    private final boolean updating;
    private final LongMap rows = new LongMap();
    private final LongMap customers = new LongMap();
    private final LongMap touched = new LongMap();

    Memory(boolean dry, OnDuplicate onDuplicate) {
        this.dry = dry;
        this.updating = onDuplicate == OnDuplicate.UPDATE;
    }

    /** Whether this row went in, in a former chunk of a dry run. */
    boolean holds(UUID row) {
        return dry && rows.contains(row.getMostSignificantBits());
    }

    /** The customer with this key, of a former chunk; negative if a dry run would have created it. */
    OptionalLong customer(MatchKey key) {
        return dry || updating ? customers.get(key.hash()) : OptionalLong.empty();
    }

    /** Whether what the database says of this customer is not what it was before the import. */
    boolean touched(long customer) {
        return !dry && touched.contains(customer);
    }

    /** A row went into a customer. */
    void row(UUID row, List<MatchKey> keys, long customer) {
        if (dry) {
            rows.putIfAbsent(row.getMostSignificantBits(), 1);
        }
        if (dry || updating) {
            keys.forEach(key -> customers.putIfAbsent(key.hash(), customer));
        }
        if (updating) {
            touched.putIfAbsent(customer, 1);
        }
    }

    /** A customer is about to be changed for the first time; these are its keys. */
    void before(long customer, List<MatchKey> keys) {
        if (updating && !touched.contains(customer)) {
            keys.forEach(key -> customers.putIfAbsent(key.hash(), customer));
        }
    }
}
