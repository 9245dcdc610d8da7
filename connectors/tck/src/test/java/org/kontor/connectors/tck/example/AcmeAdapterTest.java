package org.kontor.connectors.tck.example;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ResourceAdapterContract;

class AcmeAdapterTest implements ResourceAdapterContract {

    @Override
    public ResourceAdapter testee() {
        return new AcmeAdapter();
    }

    @Override
    public String connectorId() {
        return "csv-acme";
    }
}
