package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;

/** Reads the naming context in which connectors register themselves. */
@ApplicationScoped
public class ConnectorDirectory {

    private static final Logger LOG = System.getLogger(ConnectorDirectory.class.getName());

    /**
     * What is registered now.
     *
     * @return one entry for each name; without a connector when what is bound there is not one
     */
    @SuppressWarnings("BanJNDI") // The name is fixed.
    public List<Entry> registered() {
        List<Entry> entries = new ArrayList<>();
        try {
            InitialContext naming = new InitialContext();
            NamingEnumeration<NameClassPair> names = naming.list(Connectors.CONTEXT);
            while (names.hasMore()) {
                String id = names.next().getName();
                entries.add(new Entry(id, resolve(naming, id)));
            }
        } catch (NameNotFoundException e) {
            LOG.log(Level.DEBUG, "No connector has registered yet");
        } catch (NamingException e) {
            LOG.log(Level.WARNING, "The registry of connectors cannot be read", e);
        }
        return entries;
    }

    @SuppressWarnings("BanJNDI") // The name is one that the context listed; nothing of a user is in it.
    private static Optional<Connector> resolve(InitialContext naming, String id) {
        try {
            Object bound = naming.lookup(Connectors.jndiName(id));
            if (bound instanceof Supplier<?> supplier && supplier.get() instanceof Connector connector) {
                return Optional.of(connector);
            }
            LOG.log(Level.WARNING, "What is registered as connector {0} is not one that this version understands", id);
        } catch (NamingException | RuntimeException | LinkageError e) {
            // It may just have been withdrawn, or its classes do not fit: the others must still work.
            LOG.log(Level.WARNING, "Connector " + id + " cannot be reached", e);
        }
        return Optional.empty();
    }

    /**
     * One registered name.
     *
     * @param id the name
     * @param connector the connector; empty when it cannot be used at all
     */
    public record Entry(String id, Optional<Connector> connector) {}
}
