package org.kontor.connectors.docuseal;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class DocusealKitTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new DocusealAdapter();
    }

    @Override
    protected String connectorId() {
        return "sign-docuseal";
    }
}
