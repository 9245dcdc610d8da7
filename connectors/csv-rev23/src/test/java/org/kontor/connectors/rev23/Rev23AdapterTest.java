package org.kontor.connectors.rev23;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ResourceAdapterContract;

class Rev23AdapterTest implements ResourceAdapterContract {

    @Override
    public ResourceAdapter testee() {
        return new Rev23Adapter();
    }

    @Override
    public String connectorId() {
        return "csv-rev23";
    }
}
