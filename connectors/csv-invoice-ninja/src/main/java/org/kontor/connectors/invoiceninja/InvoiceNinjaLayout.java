package org.kontor.connectors.invoiceninja;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.WEBSITE;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The clients of Invoice Ninja 4, whose table begins under a title. The name Phone stands in the header twice: the second one
 * is that of the contact. */
final class InvoiceNinjaLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("invoice-ninja", "Invoice Ninja", CustomerRow::account)
            .required("Name", DISPLAY_NAME)
            .optional("First Name", FIRST_NAME)
            .optional("Last Name", LAST_NAME)
            .optional("Email", EMAIL)
            .optional("Phone", WORK_PHONE)
            .optional("Contact Phone", PHONE)
            .optional("Billing Street", STREET)
            .optional("Billing Apt/Suite", LINE)
            .optional("Billing City", CITY)
            .optional("Billing State/Province", STATE)
            .optional("Billing Postal Code", POSTAL_CODE)
            .optional("Billing Country", COUNTRY)
            .optional("Shipping Street", STREET.of(2))
            .optional("Shipping Apt/Suite", LINE.of(2))
            .optional("Shipping City", CITY.of(2))
            .optional("Shipping State/Province", STATE.of(2))
            .optional("Shipping Postal Code", POSTAL_CODE.of(2))
            .optional("Shipping Country", COUNTRY.of(2))
            .optional("Website", WEBSITE)
            .optional("ID Number", externalId("invoice-ninja"))
            .optional("Public Notes", NOTES)
            .optional("Private Notes", NOTES)
            .second("Phone", "Contact Phone")
            .notImported("Balance", "Paid to Date", "VAT Number", "Currency")
            .distinctive("Billing Apt/Suite", "Shipping Apt/Suite")
            .build();

    private InvoiceNinjaLayout() {}
}
