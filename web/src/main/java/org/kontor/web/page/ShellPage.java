package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.PreferencesView;
import org.kontor.access.SignedIn;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** What surrounds every page: who is signed in, what they may open, and how they like to see it. */
@Named("shell")
@RequestScoped
public class ShellPage {

    private static final Set<String> THEMES = Set.of("system", "light", "dark");

    /** Each opens something under Administration. */
    private static final Set<String> ADMINISTRATION =
            Set.of("read:connector", "read:audit", "read:settings", "subscribe:webhook", "read:user", "manage:api-key");

    @Inject
    HttpServletRequest request;

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return caller().isPresent();
    }

    /** Whether a new password must be chosen before anything else. */
    public boolean isPasswordDue() {
        return request.getAttribute(SignedIn.class.getName()) instanceof SignedIn user && user.mustChangePassword();
    }

    /** Sign-in name; empty when nobody is signed in. */
    public String getLogin() {
        return caller().map(Caller::login).orElse("");
    }

    /** Whether the caller has the permission. The services check again; this only decides what is offered. */
    public boolean may(String permission) {
        return caller().map(c -> c.may(permission)).orElse(false);
    }

    /** Whether there is anything under Administration that the caller may open. */
    public boolean isAdministers() {
        return ADMINISTRATION.stream().anyMatch(this::may);
    }

    /**
     * Refuses a form that the caller could not save anyway, before anything is typed into it. The services check again.
     *
     * @throws AppException {@link ErrorKind#FORBIDDEN}, naming the permission
     */
    void require(Permission permission) {
        if (!may(permission.wireName())) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "PERMISSION_MISSING",
                    "This needs the permission " + permission.wireName() + ". Ask an administrator for it.");
        }
    }

    /**
     * Colour scheme that the reader chose: {@code system}, {@code light} or {@code dark}. As long as nobody is signed in, the one
     * that this device saw last.
     */
    public String getTheme() {
        return isSignedIn()
                ? preferences().theme().name().toLowerCase(Locale.ROOT)
                : cookie("k-theme").filter(THEMES::contains).orElse("system");
    }

    /** How the reader likes to work. */
    PreferencesView preferences() {
        return request.getAttribute(SignedIn.class.getName()) instanceof SignedIn user
                ? user.preferences()
                : PreferencesView.NOTHING_CHOSEN;
    }

    /** Whether tables are roomy rather than dense. */
    public boolean isRoomy() {
        return cookie("k-density").filter("roomy"::equals).isPresent();
    }

    /** Columns of the customer list that the reader wants to see; empty when nothing was chosen. */
    public Optional<List<String>> columns() {
        return cookie("k-columns").map(value -> Arrays.asList(value.split("\\.", -1)));
    }

    /** Who is bound to the thread; on an error page, which runs outside of that, who the request came from. */
    private Optional<Caller> caller() {
        try {
            return Optional.of(CallerContext.current());
        } catch (AppException e) {
            return request.getAttribute(SignedIn.class.getName()) instanceof SignedIn user && user.isComplete()
                    ? Optional.of(user.caller())
                    : Optional.empty();
        }
    }

    /** What a service answers whoever the page is for, on error pages too; empty when nobody is signed in. */
    <T> Optional<T> ask(Callable<T> service) {
        return caller().map(who -> {
            try {
                return CallerContext.callAs(who, service);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
