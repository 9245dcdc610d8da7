package org.kontor.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Sets the size of the connection pool to {@code kontor.db.pool.max}. The data source's definition cannot: there the size is
 * a number of the source code, in the annotation, in the descriptor (whose schema refuses an expression), and in the
 * server's resource files (which do not expand it). So the server's own pool is asked, by reflection since its classes are
 * no interface; where they are not as expected the default stays and the log says so.
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
            if (resize(wanted)) {
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

    private static boolean resize(int wanted) throws ReflectiveOperationException {
        Class<?> runtime = Class.forName(
                "com.sun.enterprise.connectors.ConnectorRuntime",
                true,
                Thread.currentThread().getContextClassLoader());
        Object manager = runtime.getMethod("getPoolManager")
                .invoke(runtime.getMethod("getRuntime").invoke(null));
        boolean found = false;
        for (Map.Entry<?, ?> pool : ((Map<?, ?>) field(manager, "poolTable")).entrySet()) {
            if (pool.getKey().toString().contains(DatabaseDefinition.NAME)) {
                // Two numbers of the same: what the pool believes, and what its store of connections admits.
                call(
                        runtime,
                        "com.sun.enterprise.resource.pool.ResourcePool",
                        "setMaxPoolSize",
                        pool.getValue(),
                        wanted);
                call(
                        runtime,
                        "com.sun.enterprise.resource.pool.datastructure.DataStructure",
                        "setMaxSize",
                        field(pool.getValue(), "ds"),
                        wanted);
                found = true;
            }
        }
        return found;
    }

    private static void call(Class<?> runtime, String face, String method, Object target, int value)
            throws ReflectiveOperationException {
        Class.forName(face, true, runtime.getClassLoader())
                .getMethod(method, int.class)
                .invoke(target, value);
    }

    private static Object field(Object target, String name) throws ReflectiveOperationException {
        for (Class<?> each = target.getClass(); each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(target);
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
