package org.kontor.access;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Binds the {@link Caller} to the thread that works for it. */
public final class CallerContext {

    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    private CallerContext() {}

    /**
     * The caller of the work on this thread.
     *
     * @throws AppException {@link ErrorKind#UNAUTHENTICATED} when there is none
     */
    public static Caller current() {
        Caller caller = CURRENT.get();
        if (caller == null) {
            throw new AppException(ErrorKind.UNAUTHENTICATED, "NOT_SIGNED_IN", "Sign in to go on.");
        }
        return caller;
    }

    /** Runs {@code work} on behalf of {@code caller}; whoever was bound before is bound again afterwards. */
    public static <T> T callAs(Caller caller, Callable<T> work) throws Exception {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        try {
            return work.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
