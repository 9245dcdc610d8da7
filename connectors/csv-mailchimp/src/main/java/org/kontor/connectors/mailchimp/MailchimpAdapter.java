package org.kontor.connectors.mailchimp;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Mailchimp while the RAR is deployed. */
public class MailchimpAdapter extends ConnectorAdapter {

    /** For the server. */
    public MailchimpAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-mailchimp", "Mailchimp", "1.0.0", Connector.SPI_VERSION, MailchimpLayout.FORMAT);
    }
}
