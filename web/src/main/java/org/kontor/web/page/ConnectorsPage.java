package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorView;

/** Which connectors are installed, and how they are. */
@Named("connectorsPage")
@ViewScoped
public class ConnectorsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ConnectorRegistry registry;

    @Inject
    Texts texts;

    private List<ConnectorView> connectors = List.of();

    /** Asks the registry; called once when the page is opened. */
    public void open() {
        connectors = registry.list();
    }

    /** Installed connectors, by id. */
    public List<ConnectorView> getConnectors() {
        return connectors;
    }

    /** What a connector does, in words. */
    public String kinds(ConnectorView connector) {
        return connector.kind().stream()
                .map(k -> texts.find("connectorKind." + k).orElse(k))
                .collect(Collectors.joining(", "));
    }

    /** Style of the state. */
    public String style(ConnectorView connector) {
        return switch (connector.state()) {
            case "UP" -> "k-status-open";
            case "INCOMPATIBLE" -> "k-status-warn";
            default -> "k-status-closed";
        };
    }
}
