package org.kontor.connectors.woocommerce;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class WooCommerceConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new WooCommerceAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-woocommerce";
    }
}
