package ${package};

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

/** The rules for any connector: registration, archive, what it says of itself. */
class ${connectorName}ConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new ${connectorName}Adapter();
    }

    @Override
    protected String connectorId() {
        return "${artifactId}";
    }
}
