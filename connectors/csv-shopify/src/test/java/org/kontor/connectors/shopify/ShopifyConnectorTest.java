package org.kontor.connectors.shopify;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class ShopifyConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new ShopifyAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-shopify";
    }
}
