package org.kontor.importing;

import java.util.OptionalLong;

/** Hashes and a number for each, 16 to 32 bytes for both; what an import remembers of rows. Not for many threads. */
final class LongMap {

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;
    private OptionalLong ofZero = OptionalLong.empty();

    /** Adds a number; one that is there already stays. */
    void putIfAbsent(long key, long value) {
        if (key == 0) {
            ofZero = ofZero.isPresent() ? ofZero : OptionalLong.of(value);
            return;
        }
        if (size * 4L > keys.length * 3L) {
            grow();
        }
        int i = slot(keys, key);
        if (keys[i] == 0) {
            keys[i] = key;
            values[i] = value;
            size++;
        }
    }

    OptionalLong get(long key) {
        if (key == 0) {
            return ofZero;
        }
        int i = slot(keys, key);
        return keys[i] == 0 ? OptionalLong.empty() : OptionalLong.of(values[i]);
    }

    boolean contains(long key) {
        return get(key).isPresent();
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int i = (int) (key ^ (key >>> 32)) & mask;
        while (keys[i] != 0 && keys[i] != key) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private void grow() {
        long[] largerKeys = new long[keys.length * 2];
        long[] largerValues = new long[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int to = slot(largerKeys, keys[i]);
                largerKeys[to] = keys[i];
                largerValues[to] = values[i];
            }
        }
        keys = largerKeys;
        values = largerValues;
    }
}
