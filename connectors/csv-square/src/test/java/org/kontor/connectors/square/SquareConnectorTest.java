package org.kontor.connectors.square;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class SquareConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new SquareAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-square";
    }
}
