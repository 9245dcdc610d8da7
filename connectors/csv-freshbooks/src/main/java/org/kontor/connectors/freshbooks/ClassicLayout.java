package org.kontor.connectors.freshbooks;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FAX;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.HOME_PHONE;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The clients of FreshBooks Classic, with the names of its template or those of its export. */
final class ClassicLayout {

    static final ImportFormat FORMAT = TableFormat.liberal(
                    "freshbooks-classic", "FreshBooks Classic", CustomerRow::account)
            .required("Organization", COMPANY)
            .optional("FirstName", FIRST_NAME)
            .optional("LastName", LAST_NAME)
            .optional("Email", EMAIL)
            .optional("Street", STREET)
            .optional("Street2", LINE)
            .optional("City", CITY)
            .optional("Province", STATE)
            .alias("Province/State")
            .optional("PostalCode", POSTAL_CODE)
            .optional("Country", COUNTRY)
            .optional("BusPhone", WORK_PHONE)
            .optional("Phone", PHONE)
            .optional("HomePhone", HOME_PHONE)
            .optional("MobPhone", MOBILE)
            .optional("Fax", FAX)
            .optional("SecondaryStreet", STREET.of(2))
            .optional("SecondaryStreet2", LINE.of(2))
            .optional("SecondaryCity", CITY.of(2))
            .optional("SecondaryProvince", STATE.of(2))
            .optional("SecondaryPostalCode", POSTAL_CODE.of(2))
            .optional("SecondaryCountry", COUNTRY.of(2))
            .optional("Notes", NOTES)
            .distinctive("BusPhone", "MobPhone", "SecondaryStreet")
            .together("Organization", "Street", "Province/State", "Postal Code")
            .build();

    private ClassicLayout() {}
}
