package org.kontor.connectors.wave;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class WaveConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new WaveAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-wave";
    }
}
