package org.kontor.connectors.stripe;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class StripeConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new StripeAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-stripe";
    }
}
