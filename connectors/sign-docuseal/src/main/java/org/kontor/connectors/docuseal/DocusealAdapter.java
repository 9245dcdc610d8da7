package org.kontor.connectors.docuseal;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.spi.Connector;

/** Registers the connector for DocuSeal. */
public class DocusealAdapter extends ConnectorAdapter {

    /** For the server. */
    public DocusealAdapter() {}

    @Override
    protected Connector connector() {
        return new DocusealConnector();
    }
}
