package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Timer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;

/** The life cycle of a connector in a server, played in memory. */
public interface ResourceAdapterContract {

    /** A new resource adapter that was not started. */
    ResourceAdapter testee();

    /** Id of the connector that it registers. */
    String connectorId();

    /** Gives each test a naming service of its own. */
    @BeforeEach
    default void emptyNaming() {
        InMemoryNaming.install();
    }

    /** Puts the naming service back. */
    @AfterEach
    default void formerNaming() {
        InMemoryNaming.uninstall();
    }

    /** RA01: the server makes the instance. */
    @Test
    default void required_RA01_theClassIsPublicAndHasAPublicConstructorWithoutParameters() {
        Class<?> type = testee().getClass();
        assertTrue(Modifier.isPublic(type.getModifiers()), type + " is not public");
        assertDoesNotThrow(() -> type.getConstructor());
    }

    /** RA02: servers keep adapters in sets. */
    @Test
    default void required_RA02_twoAdaptersWithTheSameConfigurationAreEqual() {
        ResourceAdapter one = testee();
        ResourceAdapter other = testee();
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertFalse(one.equals(new Object()));
    }

    /** RA03. */
    @Test
    default void required_RA03_startRegistersTheConnectorUnderItsId() throws ResourceException {
        testee().start(new NoServices());
        assertEquals(connectorId(), registered().id());
    }

    /** RA04: the application casts what it finds, and asks more than once. */
    @Test
    default void required_RA04_theSameConnectorIsGivenEachTime() throws ResourceException {
        testee().start(new NoServices());
        assertSame(registered(), registered());
    }

    /** RA05. */
    @Test
    default void required_RA05_stopWithdrawsTheConnector() throws ResourceException {
        ResourceAdapter adapter = testee();
        adapter.start(new NoServices());
        registered();
        adapter.stop();
        assertEquals(0, InMemoryNaming.size(), "something is still bound after stop");
    }

    /** RA06. */
    @Test
    default void required_RA06_startingTwiceAndStoppingTwiceDoesNoHarm() throws ResourceException {
        ResourceAdapter adapter = testee();
        assertDoesNotThrow(adapter::stop, "stop before start");
        adapter.start(new NoServices());
        Connector connector = registered();
        assertDoesNotThrow(() -> adapter.start(new NoServices()), "second start");
        assertSame(connector, registered(), "the second start made another connector");
        adapter.stop();
        assertDoesNotThrow(adapter::stop, "second stop");
    }

    /** RA07: a server may start an adapter again after it stopped it. */
    @Test
    default void required_RA07_itCanBeStartedAgain() throws ResourceException {
        ResourceAdapter adapter = testee();
        adapter.start(new NoServices());
        adapter.stop();
        adapter.start(new NoServices());
        assertEquals(connectorId(), registered().id());
        adapter.stop();
    }

    /** RA08: a message-driven bean must not be left waiting for messages that never come. */
    @Test
    default void required_RA08_endpointsAreRefusedWithAReason() {
        ResourceAdapter adapter = testee();
        MessageEndpointFactory factory = unused(MessageEndpointFactory.class);
        ActivationSpec spec = unused(ActivationSpec.class);
        ResourceException refusal =
                assertThrows(ResourceException.class, () -> adapter.endpointActivation(factory, spec));
        assertNotNull(refusal.getMessage());
        assertDoesNotThrow(() -> adapter.endpointDeactivation(factory, spec));
    }

    private Connector registered() {
        Object holder = InMemoryNaming.bound(Connectors.jndiName(connectorId()))
                .orElseThrow(() -> new AssertionError("Nothing is bound under " + Connectors.jndiName(connectorId())));
        Supplier<?> supplier = assertInstanceOf(Supplier.class, holder);
        return assertInstanceOf(Connector.class, supplier.get());
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new AssertionError("The adapter called " + method);
        }));
    }

    /** A server that offers nothing: a connector for Kontor needs none of it to start. */
    final class NoServices implements BootstrapContext {

        NoServices() {}

        @Override
        public WorkManager getWorkManager() {
            return unused(WorkManager.class);
        }

        @Override
        public XATerminator getXATerminator() {
            return unused(XATerminator.class);
        }

        @Override
        public Timer createTimer() throws UnavailableException {
            throw new UnavailableException("No timers in the test kit");
        }

        @Override
        public boolean isContextSupported(Class<? extends WorkContext> type) {
            return false;
        }

        @Override
        public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
            return unused(TransactionSynchronizationRegistry.class);
        }
    }
}
