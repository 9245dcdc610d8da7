package org.kontor.connectors.freshbooks;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class FreshBooksConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new FreshBooksAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-freshbooks";
    }
}
