package org.kontor.shared;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.List;

/** The one exception by which business code refuses something. Rolls the transaction back; nothing is half-written. */
@ApplicationException(rollback = true)
public class AppException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String STALE = "STALE_VERSION";

    private final ErrorKind kind;
    private final String code;
    private final transient List<FieldError> errors;
    private final long waitSeconds;

    private AppException(ErrorKind kind, String code, String message, List<FieldError> errors, long waitSeconds) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.waitSeconds = waitSeconds;
    }

    /**
     * @param kind what kind of refusal
     * @param code stable code in upper snake case, such as {@code CUSTOMER_NOT_FOUND}
     * @param message one sentence for the user: the cure first
     * @param errors the fields concerned; may be empty
     */
    public AppException(ErrorKind kind, String code, String message, List<FieldError> errors) {
        this(kind, code, message, errors, 0);
    }

    /** A refusal that concerns no single field. */
    public AppException(ErrorKind kind, String code, String message) {
        this(kind, code, message, List.of());
    }

    /** Input against the rules; {@code errors} is not empty. */
    public static AppException invalid(List<FieldError> errors) {
        String message = errors.size() == 1 ? errors.get(0).message() : errors.size() + " fields need a correction.";
        return new AppException(ErrorKind.INVALID, "VALIDATION", message, errors);
    }

    /** One field against a rule. */
    public static AppException invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** What the caller saw is not what is stored any more: nobody overwrites what they have not seen. */
    public static AppException stale() {
        return new AppException(
                ErrorKind.STALE, STALE, "Load it again and repeat your change: somebody changed it meanwhile.");
    }

    /** As {@link #stale()}; {@code actual} is the version that is stored now. */
    public static AppException stale(long actual) {
        return new AppException(
                ErrorKind.STALE,
                STALE,
                "Load it again and repeat your change: it was changed meanwhile and is now version " + actual + ".");
    }

    /** As {@link #stale()}; {@code cause} is how the database told. */
    public static AppException stale(Exception cause) {
        AppException stale = stale();
        stale.addSuppressed(cause);
        return stale;
    }

    /** Too many tries; {@code wait} is how long until the next one, told in whole seconds. */
    public static AppException tooMany(String code, String message, Duration wait) {
        return new AppException(ErrorKind.TOO_MANY, code, message, List.of(), Math.max(1, wait.toSeconds()));
    }

    /** After how many seconds it may be tried again; 0 when nothing is said about it. */
    public long waitSeconds() {
        return waitSeconds;
    }

    /** What kind of refusal. */
    public ErrorKind kind() {
        return kind;
    }

    /** Stable code in upper snake case. */
    public String code() {
        return code;
    }

    /** The fields concerned; may be empty. */
    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }
}
