package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.ConnectionTest;
import org.kontor.connector.ConnectionTests;
import org.kontor.connector.ConnectionView;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorView;
import org.kontor.shared.AppException;

/** Connections: tried out, enabled, disabled; the way to set up another one. */
@Named("connectionsPage")
@ViewScoped
public class ConnectionsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Connections connections;

    @Inject
    ConnectionTests tests;

    @Inject
    ConnectorRegistry registry;

    @Inject
    ShellPage shell;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private List<ConnectionView> shown = List.of();
    private List<ConnectorView> kinds = List.of();

    /** Fetches them; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_CONNECTOR);
        shown = connections.list();
        List<String> usable = registry.usableIds();
        kinds = registry.list().stream().filter(c -> usable.contains(c.id())).toList();
    }

    /** Tries one out and tells how it ended. */
    public void test(long id) {
        try {
            ConnectionTest test = tests.test(id);
            if (test.health().equals("UP")) {
                notices.done(texts.of("connections.testedUp"));
            } else {
                notices.refused(test.detail());
            }
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        }
        open();
    }

    /** Enables one that is disabled, and the other way round. */
    public void turn(ConnectionView seen) {
        ConnectionDraft as = seen.toDraft();
        try {
            connections.revise(
                    seen.id(),
                    seen.version(),
                    new ConnectionDraft(
                            as.connector(), as.name(), as.entityId(), !seen.enabled(), as.settings(), as.secrets()));
            notices.done(texts.of(seen.enabled() ? "connections.disabled" : "connections.enabled", seen.name()));
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        }
        open();
    }

    /** All of them, oldest first. */
    public List<ConnectionView> getShown() {
        return shown;
    }

    /** Connectors that can be set up. */
    public List<ConnectorView> getKinds() {
        return kinds;
    }

    /** How it is, as a key of texts: off, gone, or the last test. */
    public String state(ConnectionView connection) {
        if (!connection.installed()) {
            return "GONE";
        }
        return connection.enabled() ? connection.health() : "DISABLED";
    }

    /** Style of the state. */
    public String style(ConnectionView connection) {
        return switch (state(connection)) {
            case "UP" -> "k-status-open";
            case "DOWN", "GONE" -> "k-status-warn";
            default -> "k-status-closed";
        };
    }
}
