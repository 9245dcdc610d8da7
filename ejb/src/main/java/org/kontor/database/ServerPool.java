package org.kontor.database;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;

/**
 * The server's own pool behind the data source, asked by reflection: its classes are no interface, and its monitoring knows
 * nothing of a pool that an application defines.
 */
final class ServerPool {

    private static final String PACKAGE = "com.sun.enterprise.resource.pool.";

    private final Class<?> runtime;
    private final Object pool;

    private ServerPool(Class<?> runtime, Object pool) {
        this.runtime = runtime;
        this.pool = pool;
    }

    /** What the pool is doing now. */
    enum Count {
        IN_USE,
        FREE,
        MAX,
        WAITING
    }

    /** The pool of Kontor's data source; it is there as soon as it was used. */
    static Optional<ServerPool> find() throws ReflectiveOperationException {
        Class<?> runtime = Class.forName(
                "com.sun.enterprise.connectors.ConnectorRuntime",
                true,
                Thread.currentThread().getContextClassLoader());
        Object manager = runtime.getMethod("getPoolManager")
                .invoke(runtime.getMethod("getRuntime").invoke(null));
        for (Map.Entry<?, ?> each : ((Map<?, ?>) field(manager, "poolTable")).entrySet()) {
            if (each.getKey().toString().contains(DatabaseDefinition.NAME)) {
                return Optional.of(new ServerPool(runtime, each.getValue()));
            }
        }
        return Optional.empty();
    }

    /** Sets two numbers of the same: what the pool believes, and what its store of connections admits. */
    void resize(int most) throws ReflectiveOperationException {
        face("ResourcePool").getMethod("setMaxPoolSize", int.class).invoke(pool, most);
        face("datastructure.DataStructure").getMethod("setMaxSize", int.class).invoke(field(pool, "ds"), most);
    }

    /** One of the counts, as it is now. */
    int count(Count count) throws ReflectiveOperationException {
        return switch (count) {
            case IN_USE -> status("getNumConnUsed");
            case FREE -> status("getNumConnFree");
            case MAX -> number("ResourcePool", "getMaxPoolSize", pool);
            case WAITING ->
                number(
                        "waitqueue.PoolWaitQueue",
                        "getQueueLength",
                        face("ResourcePool").getMethod("getPoolWaitQueue").invoke(pool));
        };
    }

    private int status(String method) throws ReflectiveOperationException {
        return number(
                "PoolStatus",
                method,
                face("ResourcePool").getMethod("getPoolStatus").invoke(pool));
    }

    private int number(String face, String method, Object target) throws ReflectiveOperationException {
        return ((Number) face(face).getMethod(method).invoke(target)).intValue();
    }

    private Class<?> face(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, true, runtime.getClassLoader());
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
