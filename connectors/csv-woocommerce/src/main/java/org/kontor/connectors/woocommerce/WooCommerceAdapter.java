package org.kontor.connectors.woocommerce;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of WooCommerce while the RAR is deployed. */
public class WooCommerceAdapter extends ConnectorAdapter {

    /** For the server. */
    public WooCommerceAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-woocommerce", "WooCommerce", "1.0.0", Connector.SPI_VERSION, WooCommerceLayout.FORMAT);
    }
}
