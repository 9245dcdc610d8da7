package org.kontor.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Tells what the connection pool is doing: {@code kontor_db_pool_in_use}, {@code _free}, {@code _max} and {@code _waiting}
 * (requests that wait for a connection). On a server whose pool is not as expected there are none, and the log says so once.
 */
@Singleton
@Startup
@DependsOn("PoolSize")
public class PoolMetrics {

    private static final Logger LOG = System.getLogger(PoolMetrics.class.getName());

    @Inject
    MetricRegistry registry;

    /** Runs once, when the pool was used. */
    @PostConstruct
    void start() {
        try {
            Optional<ServerPool> pool = ServerPool.find();
            if (pool.isEmpty()) {
                LOG.log(Level.WARNING, "No metrics of the connection pool: it was not found on this server");
                return;
            }
            for (ServerPool.Count count : ServerPool.Count.values()) {
                pool.get().count(count);
                String name = count.name().toLowerCase(Locale.ROOT);
                registry.gauge(
                        Metadata.builder()
                                .withName("kontor_db_pool_" + name)
                                .withDescription("Connections to the database: " + name.replace('_', ' '))
                                .build(),
                        () -> now(pool.get(), count));
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, "No metrics of the connection pool on this server", e);
        }
    }

    private static int now(ServerPool pool, ServerPool.Count count) {
        try {
            return pool.count(count);
        } catch (ReflectiveOperationException e) {
            return -1;
        }
    }
}
