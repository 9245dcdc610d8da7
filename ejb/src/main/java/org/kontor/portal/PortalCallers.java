package org.kontor.portal;

import java.util.Set;
import java.util.concurrent.Callable;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;

/**
 * On whose behalf the portal does something. Nobody of these is a user, and none leaves this package: they are bound for one call,
 * after it was settled whose records are concerned.
 */
final class PortalCallers {

    /** What history and audit log show. */
    static final String NAME = "portal";

    /** Nobody at all, for what a visitor does with their own access. The number is no user's, so that no job can go on as it. */
    static final Caller VISITOR = new Caller(-1, NAME, Set.of());

    /** Reads documents and balances for {@link PortalRecords}, which names the customer. */
    static final Caller READER = new Caller(-1, NAME, Set.of(Permission.READ_RECEIVABLE.wireName()));

    /** Reads letterheads. */
    static final Caller FACE = new Caller(-1, NAME, Set.of(Permission.READ_SETTINGS.wireName()));

    private PortalCallers() {}

    static <T> T as(Caller caller, Callable<T> work) {
        try {
            return CallerContext.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
