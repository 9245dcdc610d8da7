package org.kontor.connectors.daysmart;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class DaySmartConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new DaySmartAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-daysmart";
    }
}
