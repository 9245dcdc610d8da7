package org.kontor.connectors.daysmart;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of DaySmart while the RAR is deployed. */
public class DaySmartAdapter extends ConnectorAdapter {

    /** For the server. */
    public DaySmartAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-daysmart", "DaySmart", "1.0.0", Connector.SPI_VERSION, DaySmartLayout.FORMAT);
    }
}
