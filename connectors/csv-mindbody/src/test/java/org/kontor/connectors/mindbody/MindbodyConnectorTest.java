package org.kontor.connectors.mindbody;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class MindbodyConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new MindbodyAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-mindbody";
    }
}
