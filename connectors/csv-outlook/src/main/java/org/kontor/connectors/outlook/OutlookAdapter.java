package org.kontor.connectors.outlook;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Outlook while the RAR is deployed. */
public class OutlookAdapter extends ConnectorAdapter {

    /** For the server. */
    public OutlookAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-outlook", "Outlook", "1.0.0", Connector.SPI_VERSION, OutlookLayout.FORMAT);
    }
}
