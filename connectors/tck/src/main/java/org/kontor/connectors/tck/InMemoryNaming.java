package org.kontor.connectors.tck;

import java.io.Serializable;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameAlreadyBoundException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.OperationNotSupportedException;
import javax.naming.spi.InitialContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * A naming service for tests, in memory, one for the whole JVM. Like Payara's it makes missing parents by itself and does not
 * take serializable objects, because there they would be copied.
 */
public final class InMemoryNaming implements InitialContextFactory {

    private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();
    private static @Nullable String before;

    /** For the naming system; tests call {@link #install()}. */
    public InMemoryNaming() {}

    /** Makes {@code new InitialContext()} answer from an empty memory. */
    public static synchronized void install() {
        BOUND.clear();
        before = System.getProperty(Context.INITIAL_CONTEXT_FACTORY);
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, InMemoryNaming.class.getName());
    }

    /** Puts back what was there before. */
    public static synchronized void uninstall() {
        BOUND.clear();
        if (before == null) {
            System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        } else {
            System.setProperty(Context.INITIAL_CONTEXT_FACTORY, before);
        }
    }

    /** What is bound under this name. */
    public static Optional<Object> bound(String name) {
        return Optional.ofNullable(BOUND.get(name));
    }

    /** How many names are bound. */
    public static int size() {
        return BOUND.size();
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new Memory();
    }

    private static final class Memory extends InitialContext {

        Memory() throws NamingException {
            super(true);
        }

        @Override
        public Object lookup(String name) throws NamingException {
            Object found = BOUND.get(name);
            if (found == null) {
                throw new NameNotFoundException(name + " is not bound");
            }
            return found;
        }

        @Override
        public void bind(String name, Object object) throws NamingException {
            if (BOUND.containsKey(name)) {
                throw new NameAlreadyBoundException(name + " is bound already");
            }
            store(name, object);
        }

        @Override
        public void rebind(String name, Object object) throws NamingException {
            store(name, object);
        }

        private static void store(String name, Object object) throws NamingException {
            if (object instanceof Serializable) {
                throw new NamingException("A serializable object is copied when it is bound: bind one that is not");
            }
            BOUND.put(name, object);
        }

        @Override
        public void unbind(String name) {
            BOUND.remove(name);
        }

        @Override
        public void close() {
            // Nothing is held open.
        }

        @Override
        protected Context getDefaultInitCtx() throws NamingException {
            throw new OperationNotSupportedException("The naming of the test kit can look up, bind, rebind and unbind");
        }
    }
}
