package org.kontor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses are what, and where signing in leads. */
public final class Paths {

    /** The sign-in page. */
    public static final String SIGN_IN = "/signin.xhtml";

    /** The page where a code is asked for besides the password. */
    public static final String CODE = "/signin-code.xhtml";

    /** The page where a link for a new password is asked for. */
    public static final String FORGOT = "/forgot-password.xhtml";

    /** The page that such a link leads to. */
    public static final String RESET = "/reset-password.xhtml";

    /** The page where codes are set up. */
    public static final String TWO_FACTOR = "/two-factor.xhtml";

    /** The page where a new password is chosen. */
    public static final String PASSWORD = "/password.xhtml";

    /** Where a POST ends the session. */
    public static final String SIGN_OUT = "/signout";

    /** Below it, one signs in by a provider of OpenID Connect. */
    static final String OIDC = "/oidc";

    /** Where that begins. */
    public static final String OIDC_START = OIDC + "/start";

    /** The short address of the kiosk. */
    public static final String KIOSK = "/kiosk";

    /** The script that keeps the kiosk's page on its device; nobody's secret. */
    static final String KIOSK_WORKER = "/kiosk-worker.js";

    /** Below it, customers of the company see what they owe; nothing there belongs to a session of staff. */
    public static final String PORTAL = "/portal";

    /** The page behind it. */
    static final String KIOSK_PAGE = "/kiosk.xhtml";

    /** What the server answers itself, for machines: health, the OpenAPI document, metrics. Nothing there is about a customer. */
    private static final Set<String> OPERATIONS = Set.of("health", "openapi", "metrics");

    private static final Set<String> PUBLIC =
            Set.of(SIGN_IN, CODE, FORGOT, RESET, SIGN_OUT, KIOSK_WORKER, "/favicon.ico", "/robots.txt");

    /** Where vaults send what happened; the connector says whether the sender can be the vault. */
    private static final Pattern NOTICES = Pattern.compile("/api/v1/connections/\\d{1,18}/notices");

    private Paths() {}

    static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    static boolean isApi(HttpServletRequest request) {
        String path = of(request);
        return path.equals("/api") || path.startsWith("/api/");
    }

    static boolean isKiosk(HttpServletRequest request) {
        String path = of(request);
        return path.equals(KIOSK) || path.equals(KIOSK_PAGE);
    }

    static boolean isPortal(HttpServletRequest request) {
        String path = of(request);
        return path.equals(PORTAL) || path.startsWith(PORTAL + "/");
    }

    /** Whether somebody pushes a message in the name of a remote system: the one operation of REST that needs no credentials. */
    static boolean isNotice(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && NOTICES.matcher(of(request)).matches();
    }

    static boolean isStatic(HttpServletRequest request) {
        String path = of(request);
        return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/");
    }

    /** Whether the address can be asked for without signing in. */
    static boolean isPublic(HttpServletRequest request) {
        String path = of(request);
        return PUBLIC.contains(path)
                || isStatic(request)
                || isPortal(request)
                || isNotice(request)
                || path.startsWith("/error/")
                || path.startsWith(OIDC + "/")
                || OPERATIONS.contains(path.substring(1).split("/", 2)[0]);
    }

    /** The sign-in page, which leads back to what was asked for. */
    static String signInFor(HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = of(request) + (query == null ? "" : "?" + query);
        String next = nextOf(wanted);
        return request.getContextPath()
                + SIGN_IN
                + (next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /**
     * Where to go after signing in.
     *
     * @param wanted the parameter {@code next}; may come from anybody
     * @return the address if it is a page of Kontor, else {@code /}
     */
    public static String nextOf(@Nullable String wanted) {
        boolean ours = wanted != null
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.length() <= 2000
                && wanted.chars().noneMatch(c -> c == '\\' || c < ' ' || c == 127)
                && !wanted.startsWith(SIGN_IN)
                && !wanted.startsWith(CODE)
                && !wanted.startsWith(FORGOT)
                && !wanted.startsWith(RESET)
                && !wanted.startsWith(SIGN_OUT)
                && !wanted.startsWith(OIDC + "/")
                && !wanted.startsWith("/api")
                && !wanted.startsWith("/error/");
        return ours && wanted != null ? wanted : "/";
    }
}
