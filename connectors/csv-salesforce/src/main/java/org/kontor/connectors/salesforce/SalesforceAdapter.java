package org.kontor.connectors.salesforce;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Salesforce while the RAR is deployed. */
public class SalesforceAdapter extends ConnectorAdapter {

    /** For the server. */
    public SalesforceAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-salesforce",
                "Salesforce",
                "1.0.0",
                Connector.SPI_VERSION,
                AccountLayout.FORMAT,
                ContactLayout.FORMAT);
    }
}
