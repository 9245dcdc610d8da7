package org.kontor.connectors.square;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.BIRTHDATE;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NICKNAME;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The directory of Square Dashboard, as CSV. */
final class SquareLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("square", "Square", CustomerRow::person)
            .optional("First Name", FIRST_NAME)
            .optional("Last Name", LAST_NAME)
            .alias("Surname")
            .optional("Email Address", EMAIL)
            .alias("Email")
            .optional("Phone Number", MOBILE)
            .alias("Phone")
            .optional("Nickname", NICKNAME)
            .optional("Company Name", COMPANY)
            .alias("Company")
            .optional("Street Address 1", STREET)
            .alias("Street Address")
            .optional("Street Address 2", LINE)
            .optional("City", CITY)
            .optional("State", STATE)
            .alias("Province", "State/Province")
            .optional("Postal Code", POSTAL_CODE)
            .alias("Zip Code", "Postcode")
            .optional("Country", COUNTRY)
            .optional("Birthday", BIRTHDATE)
            .alias("Date of Birth")
            .optional("Memo", NOTES)
            .alias("Note")
            .optional("Reference ID", externalId("square-reference"))
            .optional("Square Customer ID", externalId("square"))
            .notImported(
                    "Creation Source",
                    "First Visit",
                    "Last Visit",
                    "Transaction Count",
                    "Lifetime Spend",
                    "Email Subscription Status",
                    "Instant Profile",
                    "Blocked From Messaging",
                    "Groups",
                    "Loyalty Points")
            .distinctive("Square Customer ID")
            .together("First Name", "Email Address", "Street Address 1", "Reference ID")
            .together("First Name", "Transaction Count", "Lifetime Spend")
            .build();

    private SquareLayout() {}
}
