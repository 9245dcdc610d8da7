package org.kontor.connectors.bluesnap;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class BlueSnapKitTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new BlueSnapAdapter();
    }

    @Override
    protected String connectorId() {
        return "vault-bluesnap";
    }
}
