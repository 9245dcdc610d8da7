package org.kontor.spi;

import java.util.Optional;
import java.util.Set;

/**
 * A system that keeps the books: Kontor pulls what changed there and pushes what changed here.
 *
 * <p><b>Calls.</b> By jobs, outside any transaction. One pull of a kind and one push at a time for each connection; different
 * connections at the same time.
 *
 * <p><b>Time.</b> Each call ends within {@link Connection#timeLimit()}.
 *
 * <p><b>Repetition.</b> {@link #pull} may be repeated with any former cursor. {@link #push} may come again with the same key
 * after NotSent, or after {@link #lookUp} answered NotSent, and must then still act once at most.
 *
 * <p><b>Errors.</b> {@link #pull} throws {@link ConnectorException}; the other methods throw nothing on account of the
 * remote system.
 */
public non-sealed interface AccountingSystem extends Capability {

    /** Kinds that can be pulled. */
    Set<AccountingRecord.Kind> pulls();

    /** Kinds that can be pushed. Another kind is {@link Outcome.Refused} with kind USER, and nothing is sent. */
    Set<AccountingRecord.Kind> pushes();

    /**
     * What changed since the cursor, oldest change first; deletions included. Nothing may be left out between two cursors; the
     * same record may come twice.
     *
     * @param kind one of {@link #pulls()}; another one throws {@link ConnectorException} with kind USER
     * @param cursor from the batch before; empty to begin with everything there is
     */
    Batch<Pulled> pull(Connection connection, AccountingRecord.Kind kind, Optional<String> cursor)
            throws ConnectorException;

    /** Creates or changes one record. Done tells where it is now. */
    Outcome<RemoteRef> push(Connection connection, Push push);

    /**
     * How the push with this key ended: Done, Pending or Refused as it ended; NotSent when the remote system has certainly never
     * seen the key; Unknown when that cannot be found out now.
     */
    Outcome<RemoteRef> lookUp(Connection connection, AccountingRecord.Kind kind, IdempotencyKey key);

    /**
     * One record to create or change.
     *
     * @param key names this intention
     * @param record what it shall be
     * @param existing what to change; empty to create. A version that is no longer the current one there is Refused with kind
     *     REMOTE_REFUSED, never overwritten
     */
    record Push(IdempotencyKey key, AccountingRecord record, Optional<RemoteRef> existing) {}

    /**
     * One change.
     *
     * @param ref which record
     * @param record what it is now; empty when it was deleted
     */
    record Pulled(RemoteRef ref, Optional<AccountingRecord> record) {}
}
