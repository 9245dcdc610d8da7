package org.kontor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kontor.access.SignIn;
import org.kontor.access.SignedIn;
import org.kontor.web.problem.RequestId;

/**
 * What a session remembers of its user: not the permissions, which are read anew for each request.
 *
 * @param userId id of the user
 * @param stamp ends the session when the user's has become another
 * @param since when the user signed in; a session lasts 12 hours at most
 * @param csrfToken what a request of the session's own pages can know, and another site cannot
 */
record SessionUser(long userId, long stamp, Instant since, String csrfToken) implements Serializable {

    private static final String NAME = SessionUser.class.getName();
    private static final String NEXT = NAME + ".next";
    private static final String HALF = NAME + ".half";
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LONGEST_HALF = Duration.ofMinutes(10);

    /** Somebody whose password was right and who still has to show a code: nobody, for anything but that. */
    private record Half(long userId, long stamp, Instant since) implements Serializable {}

    /** The user of the request's session, if there is one. */
    static Optional<SessionUser> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((SessionUser) session.getAttribute(NAME))
                        .filter(user -> user.since().plus(LONGEST).isAfter(Instant.now()));
    }

    /** Remembers where the sign-in is to lead; harmless as only pages of Kontor are remembered. */
    static void wants(HttpServletRequest request, String next) {
        request.getSession(true).setAttribute(NEXT, Paths.nextOf(next));
    }

    /** Where the sign-in leads. */
    static String wanted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "/" : Paths.nextOf((String) session.getAttribute(NEXT));
    }

    /** Remembers for ten minutes that the password was right; whoever was signed in here is not any more. */
    static void half(HttpServletRequest request, SignIn.FirstStep step) {
        HttpSession session = request.getSession(true);
        session.removeAttribute(NAME);
        session.setAttribute(HALF, new Half(step.userId(), step.stamp(), Instant.now()));
    }

    /** Whose password was right in this session, when a code is awaited. */
    static Optional<SignIn.FirstStep> half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((Half) session.getAttribute(HALF))
                        .filter(half -> half.since().plus(LONGEST_HALF).isAfter(Instant.now()))
                        .map(half -> new SignIn.FirstStep(half.userId(), half.stamp()));
    }

    /** Lets the session belong to this user from now on; its id and its token are new, so that nobody else knows them. */
    static void begin(HttpServletRequest request, SignedIn signedIn) {
        HttpSession session = request.getSession(true);
        if (!session.isNew()) {
            request.changeSessionId();
        }
        session.removeAttribute(NEXT);
        session.removeAttribute(HALF);
        session.setAttribute(
                NAME,
                new SessionUser(
                        signedIn.caller().userId(),
                        signedIn.stamp(),
                        Instant.now(),
                        RequestId.random() + RequestId.random()));
    }

    /** Ends the session with all it holds. */
    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
