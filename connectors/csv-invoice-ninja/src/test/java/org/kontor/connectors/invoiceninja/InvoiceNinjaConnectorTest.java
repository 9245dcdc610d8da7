package org.kontor.connectors.invoiceninja;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class InvoiceNinjaConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new InvoiceNinjaAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-invoice-ninja";
    }
}
