package org.kontor.shared;

import java.util.function.Supplier;
import javax.sql.DataSource;

/** Does something in full and takes it back within the transaction: what it tells is what will happen. */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * What {@code work} answers. All that it wrote is taken back; locks that it took stay until the transaction ends. What it refuses
     * goes on to the caller.
     */
    public static <T> T of(DataSource dataSource, Supplier<T> work) {
        Sql.execute(dataSource, "savepoint rehearsal", Sql.of());
        T seen = work.get();
        Sql.execute(dataSource, "rollback to savepoint rehearsal", Sql.of());
        return seen;
    }
}
