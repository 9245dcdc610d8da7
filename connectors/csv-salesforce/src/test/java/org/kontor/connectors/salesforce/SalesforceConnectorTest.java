package org.kontor.connectors.salesforce;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class SalesforceConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new SalesforceAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-salesforce";
    }
}
