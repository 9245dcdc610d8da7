package org.kontor.connectors.vagaro;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class VagaroConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new VagaroAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-vagaro";
    }
}
