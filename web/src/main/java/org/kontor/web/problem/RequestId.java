package org.kontor.web.problem;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of the request being served: in the log, in the answer's header and in problem answers. */
public final class RequestId {

    /** Header by which a caller may give the id, and in which every answer has it. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    /** The id of the request on this thread; empty text outside of a request. */
    public static String current() {
        String id = CURRENT.get();
        return id == null ? "" : id;
    }

    /** What a reader may quote when something went wrong, and what stands in the log: the id of the request, where there is one. */
    public static String incident() {
        String id = current();
        return id.isEmpty() ? random() : id;
    }

    /** The id that the caller gave if it is sane (8 to 64 letters, digits, dots, dashes, underscores), else a new one. */
    public static String choose(@Nullable String given) {
        return given != null && SANE.matcher(given).matches() ? given : random();
    }

    /** The thread serves this request from now on. */
    public static void bind(String id) {
        CURRENT.set(id);
    }

    /** The thread serves no request any more. */
    public static void unbind() {
        CURRENT.remove();
    }

    /** 16 random hexadecimal digits. */
    public static String random() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
