package org.kontor.connectors.mindbody;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.BIRTHDATE;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.EMERGENCY_PHONE;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.GENDER;
import static org.kontor.connectors.support.CustomerField.HOME_PHONE;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MIDDLE_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NICKNAME;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** Clients of Mindbody. No file that Mindbody wrote was at hand. */
final class MindbodyLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("mindbody", "Mindbody", CustomerRow::person)
            .optional("Client ID", externalId("mindbody"))
            .alias("ID")
            .required("First Name", FIRST_NAME)
            .optional("Middle Name", MIDDLE_NAME)
            .required("Last Name", LAST_NAME)
            .optional("Nickname", NICKNAME)
            .optional("Email", EMAIL)
            .alias("Email Address")
            .optional("Mobile Phone", MOBILE)
            .alias("Cell Phone")
            .optional("Home Phone", HOME_PHONE)
            .optional("Work Phone", WORK_PHONE)
            .optional("Address", STREET)
            .alias("Address 1")
            .optional("Address 2", LINE)
            .optional("City", CITY)
            .optional("State", STATE)
            .alias("State/Province")
            .optional("Postal Code", POSTAL_CODE)
            .alias("Zip", "Zip Code")
            .optional("Country", COUNTRY)
            .optional("Birthday", BIRTHDATE)
            .alias("Birth Date", "Date of Birth", "Birthdate")
            .optional("Gender", GENDER)
            .optional("Notes", NOTES)
            .alias("Notes 1")
            .optional("Notes 2", NOTES)
            .optional("Notes 3", NOTES)
            .optional("Emergency Contact Phone", EMERGENCY_PHONE)
            .notImported(
                    "Barcode ID",
                    "RSSID",
                    "Last Visit",
                    "Visits",
                    "Membership",
                    "Membership Status",
                    "First Visit",
                    "Creation Date",
                    "Referral Type",
                    "Referred by",
                    "Salutation",
                    "Medic alert",
                    "Emergency contact",
                    "Location",
                    "Account Balance",
                    "Liability Release",
                    "Client Indexes")
            .distinctive("RSSID", "Barcode ID")
            .together("Client ID", "First Name", "Last Visit")
            .together("Client ID", "First Name", "Membership")
            .together("Client ID", "First Name", "Mobile Phone", "Liability Release")
            .build();

    private MindbodyLayout() {}
}
