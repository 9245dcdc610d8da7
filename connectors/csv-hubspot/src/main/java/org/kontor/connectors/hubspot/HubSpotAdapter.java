package org.kontor.connectors.hubspot;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of HubSpot while the RAR is deployed. */
public class HubSpotAdapter extends ConnectorAdapter {

    /** For the server. */
    public HubSpotAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-hubspot", "HubSpot", "1.0.0", Connector.SPI_VERSION, HubSpotLayout.FORMAT);
    }
}
