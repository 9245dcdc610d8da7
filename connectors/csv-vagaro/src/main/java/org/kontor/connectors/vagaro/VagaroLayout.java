package org.kontor.connectors.vagaro;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.BIRTHDATE;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.FULL_NAME;
import static org.kontor.connectors.support.CustomerField.GENDER;
import static org.kontor.connectors.support.CustomerField.HOME_PHONE;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.TAGS;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The customer list of Vagaro. No file that Vagaro wrote was at hand. */
final class VagaroLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("vagaro", "Vagaro", CustomerRow::person)
            .optional("Customer ID", externalId("vagaro"))
            .optional("First Name", FIRST_NAME)
            .optional("Last Name", LAST_NAME)
            .optional("Name", FULL_NAME)
            .alias("Customer Name")
            .optional("Email", EMAIL)
            .alias("Email Address")
            .optional("Cell Phone", MOBILE)
            .alias("Mobile Phone", "Mobile")
            .optional("Day Phone", WORK_PHONE)
            .alias("Day")
            .optional("Night Phone", HOME_PHONE)
            .alias("Night")
            .optional("Street Address", STREET)
            .alias("Address")
            .optional("City", CITY)
            .optional("State", STATE)
            .optional("Zip", POSTAL_CODE)
            .alias("Zip Code", "Postal Code")
            .optional("Country", COUNTRY)
            .optional("Birthday", BIRTHDATE)
            .alias("Birthdate")
            .optional("Gender", GENDER)
            .optional("Tags", TAGS)
            .alias("Customer Tags")
            .optional("Notes", NOTES)
            .alias("Profile Notes")
            .notImported(
                    "Customer Since",
                    "Last Visited",
                    "Last Visit",
                    "Points",
                    "Points Earned",
                    "Membership",
                    "Package",
                    "Amount Paid",
                    "Total Spent",
                    "Appointments Booked",
                    "Classes Booked",
                    "Check-Ins",
                    "Employees Seen",
                    "Online Booking",
                    "Credit Card",
                    "No Shows",
                    "Cancellations",
                    "No Shows/Cancellations",
                    "Referred By")
            .together("First Name", "Cell Phone", "Day Phone")
            .together("Name", "Customer Since", "Last Visited")
            .together("First Name", "Customer Since", "Last Visited")
            .together("First Name", "Day Phone", "Night Phone")
            .build();

    private VagaroLayout() {}
}
