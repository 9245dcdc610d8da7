package org.kontor.connectors.hubspot;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class HubSpotConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new HubSpotAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-hubspot";
    }
}
