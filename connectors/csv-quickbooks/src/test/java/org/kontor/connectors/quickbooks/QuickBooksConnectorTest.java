package org.kontor.connectors.quickbooks;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class QuickBooksConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new QuickBooksAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-quickbooks";
    }
}
