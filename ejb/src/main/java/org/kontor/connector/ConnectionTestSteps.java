package org.kontor.connector;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import org.kontor.access.AccessLog;
import org.kontor.shared.AppException;

/** What a test of a connection reads before and writes behind, each in a transaction of its own. */
@Stateless
public class ConnectionTestSteps {

    @Inject
    ConnectionRepository repository;

    @Inject
    OpenConnections connections;

    @Inject
    AccessLog log;

    /**
     * The connection, ready for a call, also when it is disabled.
     *
     * @throws AppException as {@link OpenConnections#open}
     */
    public OpenConnections.Opened open(long id, Duration limit) {
        return connections.openAnyhow(repository.find(id).orElseThrow(() -> Connections.absent(id)), limit);
    }

    /** Writes down how the test ended. */
    public void note(long id, ConnectionTest test) {
        repository.health(id, test);
        log.write("connection.tested", "connection " + id + ", " + test.health());
    }
}
