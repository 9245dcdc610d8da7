package org.kontor.connectors.mailchimp;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ConnectorKit;

class MailchimpConnectorTest extends ConnectorKit {

    @Override
    protected ResourceAdapter adapter() {
        return new MailchimpAdapter();
    }

    @Override
    protected String connectorId() {
        return "csv-mailchimp";
    }
}
