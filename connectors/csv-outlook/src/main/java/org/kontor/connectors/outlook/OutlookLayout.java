package org.kontor.connectors.outlook;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.AddressPart.WHOLE;
import static org.kontor.connectors.support.CustomerField.BIRTHDATE;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FAX;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.GENDER;
import static org.kontor.connectors.support.CustomerField.HOME_PHONE;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MIDDLE_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NICKNAME;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.OCCUPATION;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.SUFFIX;
import static org.kontor.connectors.support.CustomerField.TAGS;
import static org.kontor.connectors.support.CustomerField.WEBSITE;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;

import org.kontor.connectors.support.Cell;
import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** One layout for both: the desktop writes more columns and {@code 0/0/00} where there is no birthday. */
final class OutlookLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("outlook", "Outlook", CustomerRow::person)
            .optional("First Name", FIRST_NAME)
            .optional("Middle Name", MIDDLE_NAME)
            .optional("Last Name", LAST_NAME)
            .optional("Name", DISPLAY_NAME)
            .optional("Suffix", SUFFIX)
            .optional("Nickname", NICKNAME)
            .optional("Company", COMPANY)
            .optional("Job Title", OCCUPATION)
            .optional("E-mail Address", EMAIL)
            .optional("E-mail 2 Address", EMAIL)
            .optional("E-mail 3 Address", EMAIL)
            .optional("Primary Phone", PHONE)
            .optional("Mobile Phone", MOBILE)
            .optional("Home Phone", HOME_PHONE)
            .optional("Home Phone 2", HOME_PHONE)
            .optional("Business Phone", WORK_PHONE)
            .optional("Business Phone 2", WORK_PHONE)
            .optional("Company Main Phone", WORK_PHONE)
            .optional("Other Phone", PHONE)
            .optional("Car Phone", PHONE)
            .optional("Business Fax", FAX)
            .optional("Home Fax", FAX)
            .optional("Other Fax", FAX)
            .optional("Home Street", STREET)
            .optional("Home Street 2", LINE)
            .optional("Home Street 3", LINE)
            .optional("Home City", CITY)
            .optional("Home State", STATE)
            .optional("Home Postal Code", POSTAL_CODE)
            .optional("Home Country/Region", COUNTRY)
            .alias("Home Country")
            .optional("Home Address", WHOLE)
            .optional("Business Street", STREET.of(2))
            .optional("Business Street 2", LINE.of(2))
            .optional("Business Street 3", LINE.of(2))
            .optional("Business City", CITY.of(2))
            .optional("Business State", STATE.of(2))
            .optional("Business Postal Code", POSTAL_CODE.of(2))
            .optional("Business Country/Region", COUNTRY.of(2))
            .alias("Business Country")
            .optional("Business Address", WHOLE.of(2))
            .optional("Other Street", STREET.of(3))
            .optional("Other Street 2", LINE.of(3))
            .optional("Other Street 3", LINE.of(3))
            .optional("Other City", CITY.of(3))
            .optional("Other State", STATE.of(3))
            .optional("Other Postal Code", POSTAL_CODE.of(3))
            .optional("Other Country/Region", COUNTRY.of(3))
            .alias("Other Country")
            .optional("Other Address", WHOLE.of(3))
            .optional("Birthday", "Date as year-month-day; 0/0/00 means none", OutlookLayout::birthday)
            .optional("Gender", GENDER)
            .optional("Web Page", WEBSITE)
            .alias("Personal Web Page")
            .optional("Categories", TAGS)
            .optional("Notes", NOTES)
            .notImported(
                    "Title",
                    "Department",
                    "Pager",
                    "Callback",
                    "Radio Phone",
                    "Telex",
                    "TTY/TDD Phone",
                    "ISDN",
                    "Assistant's Phone",
                    "Assistant's Name",
                    "Manager's Name",
                    "Anniversary",
                    "Spouse",
                    "Children",
                    "Hobby",
                    "Location",
                    "Office Location",
                    "Profession",
                    "Government ID Number",
                    "Account",
                    "Billing Information",
                    "Directory Server",
                    "E-mail Type",
                    "E-mail Display Name",
                    "E-mail 2 Type",
                    "E-mail 2 Display Name",
                    "E-mail 3 Type",
                    "E-mail 3 Display Name",
                    "Given Yomi",
                    "Surname Yomi",
                    "Company Yomi",
                    "Initials",
                    "Internet Free Busy",
                    "Keywords",
                    "Language",
                    "Mileage",
                    "Organizational ID Number",
                    "PO Box",
                    "Business Address PO Box",
                    "Home Address PO Box",
                    "Other Address PO Box",
                    "Priority",
                    "Private",
                    "Referred By",
                    "Sensitivity",
                    "IMAddress",
                    "Schools",
                    "User 1",
                    "User 2",
                    "User 3",
                    "User 4")
            .distinctive("E-mail 2 Address")
            .together("First Name", "Last Name", "E-mail Address", "Job Title")
            .together("First Name", "E-mail Address", "Business Street")
            .together("First Name", "E-mail Address", "Home Street")
            .build();

    private OutlookLayout() {}

    private static void birthday(CustomerRow row, Cell cell) {
        if (!cell.text().equals("0/0/00")) {
            BIRTHDATE.accept(row, cell);
        }
    }
}
