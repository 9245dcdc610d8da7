package org.kontor.connector;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.Health;

/** Tries connections out: outside of any transaction, on a thread of its own, for a limited time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConnectionTests {

    private static final Logger LOG = System.getLogger(ConnectionTests.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST = 500;

    @EJB
    ConnectionTestSteps steps;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Clock clock;

    /**
     * Asks the remote system whether it would take our calls, and notes the answer. A connection that is disabled can be tested.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when the connector is not installed
     */
    @Requires(Permission.WRITE_CONNECTOR)
    public ConnectionTest test(long id) {
        return test(id, LIMIT);
    }

    /** As {@link #test(long)}, with a time limit of its own. */
    @Requires(Permission.WRITE_CONNECTOR)
    public ConnectionTest test(long id, Duration limit) {
        Health health;
        try {
            OpenConnections.Opened opened = steps.open(id, limit);
            health = ask(id, opened, limit);
        } catch (AppException e) {
            if (e.kind() != ErrorKind.CONFLICT || e.code().equals("CONNECTOR_GONE")) {
                throw e;
            }
            health = Health.down(String.valueOf(e.getMessage()));
        }
        String detail = health.detail().length() > LONGEST ? health.detail().substring(0, LONGEST) : health.detail();
        ConnectionTest test = new ConnectionTest(health.state().name(), detail, clock.instant());
        steps.note(id, test);
        return test;
    }

    private Health ask(long id, OpenConnections.Opened opened, Duration limit) {
        Future<Health> answer = executor.submit(() -> opened.connector().test(opened.connection()));
        try {
            return answer.get(limit.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Health.down("Try again later: there was no answer within " + limit.toSeconds() + " seconds.");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Health.down("Try again: the test was interrupted.");
        } catch (ExecutionException e) {
            // What a connector throws may quote a secret: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "Connector {0} failed in a test of connection {1}: {2}",
                    opened.connector().id(),
                    id,
                    String.valueOf(
                            e.getCause() == null ? e : e.getCause().getClass().getName()));
            return Health.down("Update the connector: it failed in the test instead of answering.");
        }
    }
}
