package ${package};

import org.kontor.connectors.support.ConnectorAdapter;
#if ($capability == "import-format")
import org.kontor.connectors.support.FormatConnector;
#end
import org.kontor.spi.Connector;

/** Registers the connector when the server starts the RAR, and withdraws it when the server stops it. */
public class ${connectorName}Adapter extends ConnectorAdapter {

    /** For the server. */
    public ${connectorName}Adapter() {}

    @Override
    protected Connector connector() {
#if ($capability == "import-format")
        return new FormatConnector(
                "${artifactId}", "${connectorName}", "${version}", Connector.SPI_VERSION, ${connectorName}Layout.FORMAT);
#else
        return new ${connectorName}Connector();
#end
    }
}
