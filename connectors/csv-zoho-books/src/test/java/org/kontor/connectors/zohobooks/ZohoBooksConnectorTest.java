package org.kontor.connectors.zohobooks;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class ZohoBooksConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new ZohoBooksAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-zoho-books";
    }
}
