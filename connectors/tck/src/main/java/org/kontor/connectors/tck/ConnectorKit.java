package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ResourceAdapter;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;

/** All contracts that hold for any connector, for one adapter: extend this and name it. Capabilities have contracts of their own. */
public abstract class ConnectorKit {

    /** For subclasses. */
    protected ConnectorKit() {}

    /** A new resource adapter that was not started. */
    protected abstract ResourceAdapter adapter();

    /** Id of the connector that it registers. */
    protected abstract String connectorId();

    /** The adapter in a server. */
    @Nested
    class TheAdapter implements ResourceAdapterContract {
        @Override
        public ResourceAdapter testee() {
            return adapter();
        }

        @Override
        public String connectorId() {
            return ConnectorKit.this.connectorId();
        }
    }

    /** The connector that it registers. */
    @Nested
    class TheConnector implements ConnectorContract {
        @BeforeEach
        void emptyNaming() {
            InMemoryNaming.install();
        }

        @AfterEach
        void formerNaming() {
            InMemoryNaming.uninstall();
        }

        @Override
        public Connector testee() {
            return assertDoesNotThrow(this::registered);
        }

        @SuppressWarnings("BanJNDI") // The name is a checked id, and the naming service one of this test.
        private Connector registered() throws NamingException, ResourceException {
            ResourceAdapter started = adapter();
            started.start(null);
            try {
                Object bound = new InitialContext().lookup(Connectors.jndiName(connectorId()));
                Object connector = assertInstanceOf(Supplier.class, bound).get();
                return assertInstanceOf(Connector.class, connector);
            } finally {
                started.stop();
            }
        }
    }

    /** What will be in the RAR. */
    @Nested
    class TheArchive implements ArchiveContract {
        @Override
        public Class<? extends ResourceAdapter> testee() {
            return adapter().getClass();
        }
    }
}
