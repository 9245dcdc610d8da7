package org.kontor.connectors.hubspot;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.BIRTHDATE;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FAX;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.GENDER;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.OCCUPATION;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.WEBSITE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** Contacts of HubSpot. People choose the columns of an export themselves, so that none is required. */
final class HubSpotLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("hubspot", "HubSpot contacts", CustomerRow::person)
            .optional("Record ID", externalId("hubspot"))
            .alias("Contact ID")
            .optional("First Name", FIRST_NAME)
            .optional("Last Name", LAST_NAME)
            .optional("Email", EMAIL)
            .optional("Additional email addresses", EMAIL)
            .optional("Phone Number", PHONE)
            .optional("Mobile Phone Number", MOBILE)
            .optional("Fax Number", FAX)
            .optional("Company Name", COMPANY)
            .optional("Associated Company", COMPANY)
            .optional("Job Title", OCCUPATION)
            .optional("Website URL", WEBSITE)
            .optional("Street Address", STREET)
            .optional("City", CITY)
            .optional("State/Region", STATE)
            .optional("Postal Code", POSTAL_CODE)
            .optional("Country/Region", COUNTRY)
            .alias("Country")
            .optional("Date of birth", BIRTHDATE)
            .optional("Gender", GENDER)
            .notImported(
                    "Lead Status",
                    "Lifecycle Stage",
                    "Create Date",
                    "Last Modified Date",
                    "Last Activity Date",
                    "Contact owner",
                    "Lead Source",
                    "Original Source",
                    "Associated Company IDs",
                    "Associated Company Domain",
                    "Marketing contact status",
                    "Became a Customer Date")
            .distinctive("Lifecycle Stage", "Marketing contact status")
            .together("Record ID", "First Name", "Create Date")
            .together("Record ID", "First Name", "Lead Status")
            .together("Record ID", "First Name", "Contact owner")
            .together("Record ID", "First Name", "Associated Company IDs")
            .together("Record ID", "First Name", "Associated Company")
            .build();

    private HubSpotLayout() {}
}
