package org.kontor.connectors.outlook;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class OutlookConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new OutlookAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-outlook";
    }
}
