package org.kontor.connectors.stripe;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Stripe while the RAR is deployed. */
public class StripeAdapter extends ConnectorAdapter {

    /** For the server. */
    public StripeAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-stripe", "Stripe", "1.0.0", Connector.SPI_VERSION, StripeLayout.FORMAT);
    }
}
