package org.kontor.connectors.smtp;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.spi.Connector;

/** Registers the connector for SMTP. */
public class SmtpAdapter extends ConnectorAdapter {

    /** For the server. */
    public SmtpAdapter() {}

    @Override
    protected Connector connector() {
        return new SmtpConnector();
    }
}
