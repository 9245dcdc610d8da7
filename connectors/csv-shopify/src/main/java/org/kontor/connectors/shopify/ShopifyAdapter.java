package org.kontor.connectors.shopify;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Shopify while the RAR is deployed. */
public class ShopifyAdapter extends ConnectorAdapter {

    /** For the server. */
    public ShopifyAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-shopify", "Shopify", "1.0.0", Connector.SPI_VERSION, ShopifyLayout.FORMAT);
    }
}
