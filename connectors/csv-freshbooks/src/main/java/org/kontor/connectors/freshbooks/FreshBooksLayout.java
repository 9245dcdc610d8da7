package org.kontor.connectors.freshbooks;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.PHONE;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The clients of FreshBooks as it is today. All its names are common ones: only together they tell it. */
final class FreshBooksLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("freshbooks", "FreshBooks", CustomerRow::account)
            .optional("First Name", FIRST_NAME)
            .optional("Last Name", LAST_NAME)
            .optional("Company Name", COMPANY)
            .alias("Company", "Organization")
            .optional("Email Address", EMAIL)
            .alias("Email")
            .optional("Phone Number", PHONE)
            .alias("Phone")
            .optional("Address Line 1", STREET)
            .optional("Address Line 2", LINE)
            .optional("City", CITY)
            .optional("State", STATE)
            .alias("Province")
            .optional("Zip Code", POSTAL_CODE)
            .alias("Postal Code")
            .optional("Country", COUNTRY)
            .notImported("Currency", "Language", "VAT Number", "Outstanding", "Overdue")
            .together("Company Name", "Email Address", "Phone Number", "Address Line 1", "Zip Code")
            .build();

    private FreshBooksLayout() {}
}
