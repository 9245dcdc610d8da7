package org.kontor.portal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.PasswordHash;
import org.kontor.access.PasswordRules;
import org.kontor.access.SignInGuard;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;

/**
 * Lets people in to the portal (S4-62). Needs no permission and gives none: what comes out is a {@link PortalVisit}, which
 * {@link PortalRecords} alone understands. Whoever was not invited, has not accepted, is suspended or types a wrong password is refused
 * alike, by the answer and by its time.
 */
@Stateless
public class PortalSignIn {

    /** Tries are counted apart from those of users: who guesses here locks out nobody there. */
    private static final String COUNTED = "portal ";

    @Inject
    VisitRepository repository;

    @Inject
    PortalReadiness readiness;

    @Inject
    SignInGuard guard;

    @Inject
    PasswordRules passwords;

    @Inject
    CustomerGate gate;

    @Inject
    AccessLog log;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Clock clock;

    /**
     * What became of a try to sign in.
     *
     * @param session token of the session, which is stored nowhere; empty when refused
     * @param pause how long to wait until the next try; zero when it was looked at
     */
    public record Outcome(Optional<String> session, Duration pause) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Outcome[" + session.isPresent() + ", " + pause + "]";
        }
    }

    /** Under what tries with this address are counted. */
    static String counted(String email) {
        return COUNTED + email.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the company lets customers in at all. */
    public boolean on() {
        return readiness.on();
    }

    /** Fewest characters of a password that is chosen now. */
    public int passwordMinLength() {
        return passwords.minLength();
    }

    /**
     * Checks a password.
     *
     * @param email as typed
     * @param before token of the session that the browser has; it ends; empty for none
     * @param address network address of whoever tries
     */
    public Outcome byPassword(String email, String password, String before, String address) {
        String name = email.strip().toLowerCase(Locale.ROOT);
        Duration wait = guard.count(counted(email), COUNTED + address);
        if (!wait.isZero()) {
            log.write("portal.sign-in-locked", "", address, "");
            return new Outcome(Optional.empty(), wait);
        }
        String stored = readiness.on() ? repository.password(name).orElse("") : "";
        List<PortalAccount> accounts = PasswordHash.matches(PasswordRules.typed(password), stored)
                ? repository.accounts(name, stored)
                : List.of();
        if (accounts.isEmpty()) {
            log.write("portal.sign-in-refused", "", address, "");
            return new Outcome(Optional.empty(), Duration.ZERO);
        }
        guard.succeeded(counted(email), COUNTED + address);
        if (!before.isEmpty()) {
            repository.end(Tokens.hash(before));
        }
        String token = Tokens.random();
        long access = accounts.get(0).id();
        repository.begin(Tokens.hash(token), access, accounts.size() == 1, now());
        log.write("portal.signed-in", PortalCallers.NAME, address, "portal access " + access);
        return new Outcome(Optional.of(token), Duration.ZERO);
    }

    /** Who a session is, as of now; empty when it must end. */
    public Optional<PortalVisit> visit(String token) {
        if (token.isEmpty() || !readiness.on()) {
            return Optional.empty();
        }
        byte[] session = Tokens.hash(token);
        Optional<PortalVisit> visit =
                repository.visit(session, now()).map(row -> new PortalVisit(session, Tokens.formToken(token), row));
        visit.ifPresent(found -> repository.seen(session, now()));
        return visit;
    }

    /** To whose records the visit may lead. */
    public List<PortalAccount> accounts(PortalVisit visit) {
        return repository.accounts(visit.row().accessId());
    }

    /**
     * Settles whose records are shown.
     *
     * @param account id of one of {@link #accounts}
     * @throws AppException {@link ErrorKind#ABSENT} for any other
     */
    public void choose(PortalVisit visit, long account) {
        if (accounts(visit).stream().noneMatch(each -> each.id() == account)) {
            throw new AppException(ErrorKind.ABSENT, "PORTAL_ACCOUNT_NOT_FOUND", "Choose one of the accounts.");
        }
        repository.choose(visit.session(), account);
    }

    /** Ends a session. */
    public void signOut(PortalVisit visit, String address) {
        repository.end(visit.session());
        log.write(
                "portal.signed-out",
                PortalCallers.NAME,
                address,
                "portal access " + visit.row().accessId());
    }

    /** The address that an invitation is for; empty when its link is good for nothing. Opening it changes nothing. */
    public Optional<String> invited(String link) {
        return readiness.on() && !link.isEmpty()
                ? repository.invited(Tokens.hash(link), now()).map(VisitRepository.Invited::email)
                : Optional.empty();
    }

    /**
     * Accepts an invitation, once: access begins with it. The password is that of the address, wherever it has access; its sessions end.
     *
     * @param address network address of whoever has the link
     * @throws AppException {@link ErrorKind#INVALID} for {@code newPassword}, which leaves the link good; {@link ErrorKind#CONFLICT} when
     *     the link is not good any more
     */
    public void accept(String link, String newPassword, String address) {
        byte[] hash = Tokens.hash(link);
        VisitRepository.Invited invited = Optional.of(readiness.on())
                .filter(on -> on)
                .flatMap(on -> repository.invited(hash, now()))
                .orElseThrow(PortalSignIn::gone);
        passwords.check("newPassword", newPassword, invited.email());
        String password = PasswordHash.of(newPassword);
        PortalCallers.as(PortalCallers.VISITOR, () -> {
            gate.lock(invited.customerId());
            if (!repository.accept(invited, hash, password, now(), PortalCallers.NAME)) {
                throw gone();
            }
            log.write(
                    "portal.accepted",
                    PortalCallers.NAME,
                    address,
                    "contact " + invited.contactId() + " of customer " + invited.customerId());
            happened.fire(new DomainEvent(
                    "portal.accepted",
                    invited.customerId(),
                    Map.of(),
                    Map.of("contactId", Long.toString(invited.contactId()), "name", invited.name())));
            return true;
        });
    }

    private static AppException gone() {
        return new AppException(
                ErrorKind.CONFLICT, "LINK_GONE", "Ask for a new invitation: this one was used already, or is too old.");
    }

    private Instant now() {
        return clock.instant();
    }
}
