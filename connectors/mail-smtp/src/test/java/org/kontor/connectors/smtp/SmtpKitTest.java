package org.kontor.connectors.smtp;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class SmtpKitTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new SmtpAdapter();
    }

    @Override
    protected String connectorId() {
        return "mail-smtp";
    }
}
