package org.kontor.testing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.SignInSettings;
import org.kontor.encryption.EncryptionSettings;
import org.kontor.shared.Clocks;

/**
 * Services wired as the container would, on a real database: fields are injected by type, events reach the observers of all
 * features in the same transaction. What the container alone can do (interceptors, REQUIRES_NEW) is tested in the container.
 */
public final class TestKontor implements AutoCloseable {

    /** Read once: each test has a Kontor of its own, and there are hundreds. */
    private static final List<Class<?>> CLASSES = classes();

    private static final List<Method> OBSERVERS = observers();
    private static final Map<Class<?>, List<Class<?>>> IMPLEMENTATIONS = new ConcurrentHashMap<>();

    private final TestClock clock = new TestClock();
    private final Map<Class<?>, Object> beans = new LinkedHashMap<>();
    private final TestUnit unit = TestUnit.take();
    private final TransactionalDataSource dataSource = unit.dataSource;
    private final EntityManagerFactory entityManagers = unit.entityManagers;
    private final ThreadLocal<EntityManager> bound = new ThreadLocal<>();
    private final EntityManager entityManager;

    /** On a database with the current schema and nothing else. */
    public TestKontor() {
        beans.put(EncryptionSettings.class, new TestKeyset());
        beans.put(SignInSettings.class, new PasswordsAlone());
        entityManager = (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    EntityManager current = bound.get();
                    if (current == null) {
                        throw new IllegalStateException("No transaction: wrap the call in TestKontor.as(...)");
                    }
                    try {
                        return method.invoke(current, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The clock of every service. */
    public TestClock clock() {
        return clock;
    }

    /** The database, for looking behind the services. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The entity manager of the running transaction. */
    public EntityManager entityManager() {
        return entityManager;
    }

    /** Uses this object wherever the type is injected. */
    public <T> TestKontor with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    /** The service, made with everything it needs. */
    public synchronized <T> T get(Class<T> type) {
        Object existing = beans.get(type);
        if (existing != null) {
            return type.cast(existing);
        }
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            T bean = constructor.newInstance();
            beans.put(type, bean);
            inject(bean);
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(PostConstruct.class)) {
                    method.setAccessible(true);
                    method.invoke(bean);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    /** Runs work as this caller in one transaction; joins the transaction that runs already. */
    public <T> T as(Caller caller, Callable<T> work) {
        try {
            return CallerContext.callAs(caller, () -> inTransaction(work));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs work as Kontor itself in one transaction. */
    public <T> T asSystem(Callable<T> work) {
        return as(Caller.SYSTEM, work);
    }

    private <T> T inTransaction(Callable<T> work) throws Exception {
        if (bound.get() != null) {
            return work.call();
        }
        dataSource.begin();
        boolean commit = false;
        try (EntityManager em = entityManagers.createEntityManager()) {
            bound.set(em);
            em.getTransaction().begin();
            try {
                T result = work.call();
                em.getTransaction().commit();
                commit = true;
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        } finally {
            bound.remove();
            dataSource.end(commit);
        }
    }

    private void inject(Object bean) throws ReflectiveOperationException {
        for (Class<?> c = bean.getClass(); c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)
                        || field.isAnnotationPresent(EJB.class)
                        || field.isAnnotationPresent(Resource.class)
                        || field.isAnnotationPresent(PersistenceContext.class)) {
                    field.setAccessible(true);
                    field.set(bean, value(field));
                }
            }
        }
    }

    private Object value(Field field) {
        Class<?> type = field.getType();
        if (beans.containsKey(type)) {
            return beans.get(type);
        }
        if (type == EntityManager.class) {
            return entityManager;
        }
        if (type == DataSource.class) {
            return dataSource;
        }
        if (type == Clock.class) {
            return clock;
        }
        if (type == Event.class) {
            return event();
        }
        if (type == Instance.class) {
            Type argument = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            return instances((Class<?>) argument);
        }
        if (type.isInterface()) {
            List<?> only = implementations(type);
            if (only.size() == 1) {
                return only.get(0);
            }
            throw new IllegalStateException(
                    "Say TestKontor.with(" + type.getSimpleName() + ".class, ...) for " + field);
        }
        return get(type);
    }

    private Object event() {
        return Proxy.newProxyInstance(
                Event.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "fire" -> {
                        fire(args[0]);
                        yield null;
                    }
                    case "select" -> proxy;
                    default -> throw new IllegalStateException("Events are fired in the transaction: " + method);
                });
    }

    private void fire(Object payload) throws Throwable {
        for (Method observer : OBSERVERS) {
            if (observer.getParameterTypes()[0].isInstance(payload)) {
                Object[] args = new Object[observer.getParameterCount()];
                args[0] = payload;
                try {
                    observer.invoke(get(observer.getDeclaringClass()), args);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
    }

    private List<Object> implementations(Class<?> type) {
        List<Object> all = new ArrayList<>();
        IMPLEMENTATIONS.computeIfAbsent(type, TestKontor::concrete).forEach(c -> all.add(get(c)));
        return all;
    }

    private static List<Class<?>> concrete(Class<?> type) {
        return CLASSES.stream()
                .filter(c -> type.isAssignableFrom(c) && !c.isInterface() && !Modifier.isAbstract(c.getModifiers()))
                .toList();
    }

    private Object instances(Class<?> type) {
        List<Object> all = implementations(type);
        return Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "iterator" -> all.iterator();
                    case "stream" -> all.stream();
                    case "get" -> all.get(0);
                    case "isUnsatisfied" -> all.isEmpty();
                    case "isResolvable" -> all.size() == 1;
                    default -> throw new IllegalStateException("Not offered in tests: " + method);
                });
    }

    private static List<Method> observers() {
        List<Method> found = new ArrayList<>();
        for (Class<?> c : CLASSES) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getParameterCount() > 0
                        && Stream.of(method.getParameterAnnotations()[0]).anyMatch(Observes.class::isInstance)
                        && method.getParameterTypes()[0].getName().startsWith("org.kontor.")) {
                    method.setAccessible(true);
                    found.add(method);
                }
            }
        }
        return found;
    }

    private static List<Class<?>> classes() {
        try {
            Path root = Path.of(URI.create(Clocks.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
            try (Stream<Path> files = Files.walk(root.resolve("org/kontor"))) {
                return files.filter(f -> f.toString().endsWith(".class"))
                        .filter(f -> !f.endsWith("package-info.class"))
                        .sorted()
                        .<Class<?>>map(f -> load(root.relativize(f)))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path file) {
        String name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(
                    name.substring(0, name.length() - ".class".length()), false, TestKontor.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        unit.giveBack();
    }

    /** Runs SQL that answers one text, for looking behind the services. */
    public String sql(String query) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                return String.valueOf(statement.getUpdateCount());
            }
            try (var rows = statement.getResultSet()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
