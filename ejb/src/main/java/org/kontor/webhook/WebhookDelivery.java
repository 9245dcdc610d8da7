package org.kontor.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.access.Caller;
import org.kontor.access.SignIn;
import org.kontor.database.DatabaseDefinition;
import org.kontor.encryption.FieldEncryption;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.webhook.DeliveryRepository.Due;
import org.kontor.webhook.DeliveryRepository.Result;

/**
 * Sends what waits for one subscription, on one node at a time: a lock of the database, which ends with the connection, keeps the
 * others out. After a crash what was sent but not noted as sent is sent once more, with the same {@code webhook-id}.
 */
@ApplicationScoped
class WebhookDelivery implements JobHandler {

    static final String KIND = "webhook-delivery";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LOCKS = 0x4b574248;
    private static final int AT_ONCE = 8;
    private static final int PIECE = 48;
    private static final int PIECES = 20;
    private static final int LONGEST_ANSWER = 1_000;
    private static final int GONE = 410;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    WebhookRepository webhooks;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Payloads payloads;

    @Inject
    WebhookTarget target;

    @Inject
    FieldEncryption encryption;

    @Inject
    SignIn signIn;

    @Inject
    AccessLog audit;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        try (Connection lock = dataSource.getConnection()) {
            if (!locked("select pg_try_advisory_lock(?, ?)", lock, id)) {
                jobs.enqueueAt(KIND, id, clock.instant().plusSeconds(1));
                return Outcome.DONE;
            }
            try {
                for (int i = 0; i < PIECES && !run.stopping(); i++) {
                    if (!piece(id, run)) {
                        return Outcome.DONE;
                    }
                }
                return Outcome.AGAIN;
            } finally {
                locked("select pg_advisory_unlock(?, ?)", lock, id);
            }
        }
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) {
        // What waits still waits; it is looked for again.
        jobs.enqueueAt(KIND, id, clock.instant().plus(Pauses.open(10)));
    }

    /** Sends a piece of what waits; false when nothing is to be sent now, and somebody will look again in time. */
    private boolean piece(long id, JobRun run) throws Exception {
        Optional<Subscription> found = webhooks.active(id);
        if (found.isEmpty()) {
            return false;
        }
        Subscription webhook = found.get();
        Instant now = clock.instant();
        if (webhook.openUntil().filter(now::isBefore).isPresent()) {
            jobs.enqueueAt(KIND, id, webhook.openUntil().get());
            return false;
        }
        // A breaker that was open lets one try through first.
        List<Due> due = deliveries.due(id, now, webhook.openUntil().isPresent() ? 1 : PIECE);
        if (due.isEmpty()) {
            deliveries.next(id).ifPresent(next -> jobs.enqueueAt(KIND, id, next.isBefore(now) ? now : next));
            return false;
        }
        Optional<byte[]> encrypted = webhooks.secret(id);
        if (encrypted.isEmpty()) {
            return false;
        }
        String secret = encryption.decryptText(WebhookSecrets.COLUMN, id, encrypted.get());
        List<Result> results = send(webhook, secret, due, bodies(webhook, due, run), run);
        run.inTransaction(Caller.SYSTEM, () -> {
            deliveries.settle(results, clock.instant());
            health(webhook, results);
            return true;
        });
        return true;
    }

    /** As the subscriber reads them now; none when the subscriber is inactive. */
    private Map<Long, String> bodies(Subscription webhook, List<Due> due, JobRun run) throws Exception {
        Caller subscriber;
        try {
            subscriber = run.inTransaction(Caller.SYSTEM, () -> signIn.callerOf(webhook.userId()));
        } catch (AppException inactive) {
            return Map.of();
        }
        return run.inTransaction(subscriber, () -> payloads.of(due));
    }

    private List<Result> send(
            Subscription webhook, String secret, List<Due> due, Map<Long, String> bodies, JobRun run) {
        List<Result> results = new ArrayList<>();
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            List<CompletableFuture<Result>> tries = due.subList(from, Math.min(due.size(), from + AT_ONCE)).stream()
                    .map(each -> CompletableFuture.supplyAsync(
                            () -> attempt(webhook, secret, each, Optional.ofNullable(bodies.get(each.id()))),
                            run.background()))
                    .toList();
            tries.forEach(each -> results.add(each.join()));
        }
        return results;
    }

    private Result attempt(Subscription webhook, String secret, Due due, Optional<String> body) {
        if (body.isEmpty()) {
            String why = "Not sent: the subscriber may not read this now, or it is gone.";
            return new Result(
                    due.id(), DeliveryState.DROPPED, due.attempts(), due.queuedAt(), OptionalInt.empty(), why, 0);
        }
        long began = System.nanoTime();
        try {
            long seconds = clock.instant().getEpochSecond();
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Content-Type", "application/json");
            headers.put("User-Agent", "Kontor");
            headers.put("webhook-id", due.messageId());
            headers.put("webhook-timestamp", Long.toString(seconds));
            headers.put("webhook-signature", WebhookSignature.of(secret, due.messageId(), seconds, body.get()));
            WebhookSender.Answer answer = WebhookSender.post(
                    target.of(webhook.url()),
                    headers,
                    body.get().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    TIMEOUT);
            boolean good = answer.status() >= 200 && answer.status() < 300;
            return good
                    ? new Result(
                            due.id(),
                            DeliveryState.DELIVERED,
                            due.attempts() + 1,
                            due.queuedAt(),
                            OptionalInt.of(answer.status()),
                            kept(answer.body()),
                            millis(began))
                    : failed(due, OptionalInt.of(answer.status()), kept(answer.body()), millis(began));
        } catch (WebhookTarget.Refused e) {
            return failed(due, OptionalInt.empty(), kept(String.valueOf(e.getMessage())), millis(began));
        } catch (IOException e) {
            String why = e.getClass().getSimpleName() + ": " + e.getMessage();
            return failed(due, OptionalInt.empty(), kept(why), millis(began));
        }
    }

    private Result failed(Due due, OptionalInt status, String answer, long millis) {
        Instant now = clock.instant();
        int attempts = due.attempts() + 1;
        boolean over = Pauses.over(due.queuedAt(), now);
        Instant next = now.plus(
                Pauses.afterFailure(attempts, ThreadLocalRandom.current().nextDouble()));
        return new Result(
                due.id(), over ? DeliveryState.FAILED : DeliveryState.PENDING, attempts, next, status, answer, millis);
    }

    /** Opens the breaker when tries fail one after the other, closes it when one goes well, ends what is gone for good. */
    private void health(Subscription webhook, List<Result> results) {
        List<Result> tried =
                results.stream().filter(r -> r.state() != DeliveryState.DROPPED).toList();
        if (tried.isEmpty()) {
            return;
        }
        boolean good = tried.stream().anyMatch(r -> r.state() == DeliveryState.DELIVERED);
        if (good) {
            if (webhook.failures() > 0) {
                webhooks.health(webhook.id(), 0, 0, Optional.empty());
            }
            return;
        }
        if (tried.stream().anyMatch(r -> r.status().orElse(0) == GONE)) {
            webhooks.deactivate(webhook.id(), clock.instant());
            audit.write("webhook.deactivated", "webhook " + webhook.id() + ", which answered 410");
            return;
        }
        int failures = webhook.failures() + tried.size();
        boolean open = failures >= Pauses.BREAKER;
        webhooks.health(
                webhook.id(),
                failures,
                webhook.openings() + (open ? 1 : 0),
                open ? Optional.of(clock.instant().plus(Pauses.open(webhook.openings()))) : Optional.empty());
    }

    private static boolean locked(String sql, Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, LOCKS);
            statement.setInt(2, (int) id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** What the database can hold, and no more than helps. */
    private static String kept(String text) {
        String clean = text.replace("\u0000", "");
        return clean.length() > LONGEST_ANSWER ? clean.substring(0, LONGEST_ANSWER) : clean;
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
