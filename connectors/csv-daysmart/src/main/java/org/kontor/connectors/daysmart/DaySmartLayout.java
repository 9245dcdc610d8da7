package org.kontor.connectors.daysmart;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.BIRTHDATE;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.GENDER;
import static org.kontor.connectors.support.CustomerField.HOME_PHONE;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MIDDLE_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.OCCUPATION;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The clients file that DaySmart writes and reads. Only ClientID, FirstName and LastName are documented. */
final class DaySmartLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("daysmart", "DaySmart", CustomerRow::person)
            .required("ClientID", externalId("daysmart"))
            .required("FirstName", FIRST_NAME)
            .optional("MiddleName", MIDDLE_NAME)
            .required("LastName", LAST_NAME)
            .optional("Email", EMAIL)
            .alias("EmailAddress")
            .optional("CellPhone", MOBILE)
            .alias("MobilePhone")
            .optional("HomePhone", HOME_PHONE)
            .alias("Phone")
            .optional("WorkPhone", WORK_PHONE)
            .optional("Address1", STREET)
            .alias("Address", "Street")
            .optional("Address2", LINE)
            .optional("City", CITY)
            .optional("State", STATE)
            .alias("Province")
            .optional("Zip", POSTAL_CODE)
            .alias("ZipCode", "PostalCode")
            .optional("Country", COUNTRY)
            .optional("Birthday", BIRTHDATE)
            .alias("BirthDate", "DateOfBirth")
            .optional("Gender", GENDER)
            .alias("Sex")
            .optional("Occupation", OCCUPATION)
            .optional("Notes", NOTES)
            .alias("Comments")
            .notImported("LastVisit", "FirstVisit", "Balance", "Referral", "ReferredBy", "Points")
            .together("ClientID", "FirstName", "LastName")
            .build();

    private DaySmartLayout() {}
}
