package org.kontor.connectors.tck;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.Serializable;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.transaction.xa.XAResource;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;

/** Adapters that break the rules RA. */
final class BadAdapters {

    private BadAdapters() {}

    /** Written without the support library, with every mistake that one makes there. */
    private static class Plain implements ResourceAdapter {

        Supplier<Connector> holder() {
            SampleConnector connector = new SampleConnector();
            return () -> connector;
        }

        @Override
        public void start(BootstrapContext context) throws ResourceAdapterInternalException {
            try {
                new InitialContext().bind(Connectors.jndiName("sample"), holder());
            } catch (NamingException e) {
                throw new ResourceAdapterInternalException(e);
            }
        }

        @Override
        public void stop() {
            // Forgets to withdraw.
        }

        @Override
        public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
            // Lets the bean wait for ever.
        }

        @Override
        public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
            // Nothing to do.
        }

        @Override
        public XAResource[] getXAResources(ActivationSpec[] specs) {
            return new XAResource[0];
        }
    }

    private abstract static class Bad implements ResourceAdapterContract {
        @Override
        public String connectorId() {
            return "sample";
        }
    }

    @Breaks({"RA01", "RA02", "RA05", "RA06", "RA07", "RA08"})
    static class EveryUsualMistake extends Bad {
        @Override
        public ResourceAdapter testee() {
            return new Plain();
        }
    }

    @Breaks({"RA03", "RA04"})
    static class SerializableHolder extends Bad {
        @Override
        public ResourceAdapter testee() {
            return new Plain() {
                @Override
                Supplier<Connector> holder() {
                    return (Supplier<Connector> & Serializable) SampleConnector::new;
                }
            };
        }
    }

    @Breaks("RA04")
    static class AnotherConnectorEachTime extends Bad {
        @Override
        public ResourceAdapter testee() {
            return new Plain() {
                @Override
                Supplier<Connector> holder() {
                    return SampleConnector::new;
                }
            };
        }
    }

    @Breaks("RA03")
    static class AnotherId extends Bad {
        @Override
        public ResourceAdapter testee() {
            return new SampleAdapter();
        }

        @Override
        public String connectorId() {
            return "other";
        }
    }
}
