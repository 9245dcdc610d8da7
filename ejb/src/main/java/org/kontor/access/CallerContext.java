package org.kontor.access;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Binds the {@link Caller} to the thread that works for it. */
public final class CallerContext {

    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    private static final ThreadLocal<String> ADDRESS = ThreadLocal.withInitial(() -> "");

    private CallerContext() {}

    /** Network address that the work on this thread was asked from; empty when it was not asked by a request. */
    public static String address() {
        return ADDRESS.get();
    }

    /** Runs {@code work} as asked from this network address. */
    public static <T> T callFrom(String address, Callable<T> work) throws Exception {
        ADDRESS.set(address);
        try {
            return work.call();
        } finally {
            ADDRESS.remove();
        }
    }

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
