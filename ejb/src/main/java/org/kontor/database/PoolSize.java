package org.kontor.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Sets the size of the connection pool to {@code kontor.db.pool.max}. The data source's definition cannot: there the size is
 * a number of the source code, in the annotation, in the descriptor (whose schema refuses an expression), and in the
 * server's resource files (which do not expand it). So the server's own pool is asked; where it is not as expected the
 * default stays and the log says so.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
public class PoolSize {

    private static final Logger LOG = System.getLogger(PoolSize.class.getName());
    private static final String KEY = "kontor.db.pool.max";

    private int size = DatabaseDefinition.DEFAULT_POOL_SIZE;

    /** Runs once, after the migration: the pool is there as soon as it was used. */
    @PostConstruct
    void start() {
        int wanted = ConfigProvider.getConfig()
                .getOptionalValue(KEY, Integer.class)
                .orElse(DatabaseDefinition.DEFAULT_POOL_SIZE);
        if (wanted < 2) {
            throw new IllegalStateException("Set " + KEY + " to 2 or more; it is " + wanted + ".");
        }
        if (wanted == size) {
            return;
        }
        try {
            Optional<ServerPool> pool = ServerPool.find();
            if (pool.isPresent()) {
                pool.get().resize(wanted);
                size = wanted;
                LOG.log(Level.INFO, "At most {0} connections to the database", wanted);
                return;
            }
            LOG.log(Level.WARNING, "{0} has no effect on this server: its pool was not found", KEY);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, KEY + " has no effect on this server", e);
        }
    }

    /** Connections at most, as far as Kontor knows. */
    public int size() {
        return size;
    }
}
