package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.connector.RemoteMessage;
import org.kontor.connector.RemotePause;
import org.kontor.lifecycle.ErasureStep.State;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.PaymentVault.Deletion;
import org.kontor.spi.PaymentVault.Feature;
import org.kontor.spi.PaymentVault.Shopper;
import org.kontor.spi.PaymentVault.StoredMethod;
import org.kontor.spi.Problem;

/**
 * Asks a payment vault to forget a person (S4-100, X-28). A vault that refuses is asked to take the payment methods away, so that
 * nothing can be charged, and again for the whole when the day has come. Called outside of any transaction; every call may be
 * repeated.
 */
@ApplicationScoped
class VaultDeletion {

    /** A vault that names no day is asked again after this time. */
    static final Duration WITHOUT_A_DAY = Duration.ofDays(30);

    /** The payer is another customer's, too, and stays: what is confirmed is that the payment methods are gone. */
    static final String PAYER_SHARED = "PAYER_SHARED";

    private static final Logger LOG = System.getLogger(VaultDeletion.class.getName());

    @Inject
    Clock clock;

    /** What a vault's rules say before it is asked. Calls nobody. */
    Optional<Deletion.RefusedUntil> foreseen(
            PaymentVault vault, VaultSubject subject, Optional<LocalDate> lastCharged) {
        if (subject.shared()) {
            return Optional.empty();
        }
        try {
            return vault.foreseen(new PaymentVault.DeleteRequest(subject.shopperId(), lastCharged));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "A vault failed when it was to tell its rules: {0}",
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    /**
     * Asks once.
     *
     * @param opened the connection, ready for a call
     * @param subject what the vault is to forget
     * @param lastCharged the day of the last charge that Kontor knew of
     * @param attempts how often it was asked before
     */
    VaultAnswer ask(Opened opened, VaultSubject subject, Optional<LocalDate> lastCharged, int attempts) {
        try {
            Optional<PaymentVault> vault = opened.capability(PaymentVault.class);
            Feature needed = subject.shared() ? Feature.REMOVE_METHOD : Feature.DELETE_SHOPPER;
            if (vault.isEmpty() || !vault.get().features().contains(needed)) {
                return failed(
                        "CANNOT_FORGET", "Delete the person there by hand: its connector cannot ask for it.", attempts);
            }
            return subject.shared()
                    ? methodsAlone(vault.get(), opened, subject, attempts)
                    : answer(vault.get(), opened, subject.shopperId(), lastCharged, attempts);
        } catch (RuntimeException | LinkageError e) {
            // What a connector throws may quote the person: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "Connector {0} failed when it was to forget somebody: {1}",
                    opened.connector().id(),
                    e.getClass().getName());
            return failed("CONNECTOR_FAILED", "Update the connector: it failed instead of answering.", attempts);
        }
    }

    /** Each may be repeated: one that is gone already counts as removed. */
    private VaultAnswer methodsAlone(PaymentVault vault, Opened opened, VaultSubject subject, int attempts) {
        int removed = 0;
        for (String method : subject.methodIds()) {
            Outcome<PaymentVault.Removal> outcome =
                    vault.removeMethod(opened.connection(), subject.shopperId(), method);
            if (!(outcome instanceof Outcome.Done<PaymentVault.Removal>)) {
                VaultAnswer open = undecided(outcome, subject.shopperId(), attempts);
                return new VaultAnswer(
                        open.state(),
                        open.until(),
                        open.code(),
                        RemoteMessage.without(open.message(), method),
                        removed,
                        open.nextAt());
            }
            removed++;
        }
        return new VaultAnswer(State.CONFIRMED, Optional.empty(), PAYER_SHARED, "", removed, clock.instant());
    }

    private VaultAnswer answer(
            PaymentVault vault, Opened opened, String subject, Optional<LocalDate> lastCharged, int attempts) {
        Outcome<Deletion> outcome =
                vault.deleteShopper(opened.connection(), new PaymentVault.DeleteRequest(subject, lastCharged));
        if (outcome instanceof Outcome.Done<Deletion> done) {
            return of(done.value(), vault, opened, subject);
        }
        if (outcome instanceof Outcome.Pending<Deletion> pending) {
            return of(pending.value(), vault, opened, subject);
        }
        return undecided(outcome, subject, attempts);
    }

    private <T> VaultAnswer undecided(Outcome<T> outcome, String subject, int attempts) {
        String code = outcome.trouble().map(problem -> problem.code().code()).orElse("");
        String message =
                RemoteMessage.without(outcome.trouble().map(Problem::message).orElse(""), subject);
        if (outcome instanceof Outcome.Refused<T>) {
            return failed(code, message, attempts);
        }
        return new VaultAnswer(
                State.REQUESTED,
                Optional.empty(),
                code,
                message,
                0,
                clock.instant().plus(RemotePause.after(outcome, attempts)));
    }

    private VaultAnswer of(Deletion deletion, PaymentVault vault, Opened opened, String subject) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (deletion instanceof Deletion.Accepted accepted && accepted.by().isAfter(today)) {
            return new VaultAnswer(
                    State.PENDING_UNTIL, Optional.of(accepted.by()), "", "", 0, morningAfter(accepted.by()));
        }
        if (deletion instanceof Deletion.RefusedUntil refused) {
            int removed = removeMethods(vault, opened, subject);
            return new VaultAnswer(
                    State.REFUSED_UNTIL,
                    refused.earliest(),
                    refused.reason().code().code(),
                    RemoteMessage.without(refused.reason().message(), subject),
                    removed,
                    refused.earliest()
                            .filter(day -> day.isAfter(today))
                            .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                            .orElse(now.plus(WITHOUT_A_DAY)));
        }
        return new VaultAnswer(State.CONFIRMED, Optional.empty(), "", "", 0, now);
    }

    /** As many as the vault lets go; what it does not is taken with the whole later. */
    private static int removeMethods(PaymentVault vault, Opened opened, String subject) {
        if (!vault.features().contains(Feature.READ_SHOPPER)
                || !vault.features().contains(Feature.REMOVE_METHOD)) {
            return 0;
        }
        int removed = 0;
        try {
            Optional<Shopper> shopper = vault.shopper(opened.connection(), subject);
            for (StoredMethod method : shopper.map(Shopper::methods).orElse(List.of())) {
                if (vault.removeMethod(opened.connection(), subject, method.methodId())
                        instanceof Outcome.Done<PaymentVault.Removal>) {
                    removed++;
                }
            }
        } catch (ConnectorException e) {
            LOG.log(
                    Level.INFO,
                    "Payment methods stay until the vault is asked again: {0}",
                    e.problem().code().code());
        }
        return removed;
    }

    /** Something that trying again soon would not mend, but a person may. */
    private VaultAnswer failed(String code, String message, int attempts) {
        return failed(code, message, RemotePause.untilMended(attempts));
    }

    /** The connection could not be used, so that nobody was asked. */
    VaultAnswer notAsked(String code, String message) {
        return failed(code, message, RemotePause.untilThere());
    }

    private VaultAnswer failed(String code, String message, Duration pause) {
        return new VaultAnswer(
                State.FAILED,
                Optional.empty(),
                code,
                message,
                0,
                clock.instant().plus(pause));
    }

    private static Instant morningAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
