package org.kontor.connectors.xero;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class XeroConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new XeroAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-xero";
    }
}
