package org.kontor.connectors.salesforce;

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
import static org.kontor.connectors.support.CustomerField.HOME_PHONE;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MIDDLE_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.OCCUPATION;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.SUFFIX;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** Contacts, with the names of the Data Loader and the export service or those of a report. */
final class ContactLayout {

    static final ImportFormat FORMAT = TableFormat.liberal(
                    "salesforce-contact", "Salesforce contacts", CustomerRow::person)
            .optional("Id", externalId("salesforce-contact"))
            .alias("Contact ID")
            .required("LastName", LAST_NAME)
            .optional("FirstName", FIRST_NAME)
            .optional("MiddleName", MIDDLE_NAME)
            .optional("Suffix", SUFFIX)
            .optional("Account Name", COMPANY)
            .optional("Email", EMAIL)
            .optional("MobilePhone", MOBILE)
            .alias("Mobile")
            .optional("Phone", WORK_PHONE)
            .optional("HomePhone", HOME_PHONE)
            .optional("OtherPhone", PHONE)
            .optional("Fax", FAX)
            .optional("Title", OCCUPATION)
            .optional("MailingStreet", STREET)
            .optional("MailingCity", CITY)
            .optional("MailingState", STATE)
            .alias("Mailing State/Province")
            .optional("MailingPostalCode", POSTAL_CODE)
            .alias("Mailing Zip/Postal Code")
            .optional("MailingCountry", COUNTRY)
            .optional("OtherStreet", STREET.of(2))
            .optional("OtherCity", CITY.of(2))
            .optional("OtherState", STATE.of(2))
            .optional("OtherPostalCode", POSTAL_CODE.of(2))
            .optional("OtherCountry", COUNTRY.of(2))
            .optional("Birthdate", BIRTHDATE)
            .optional("Description", NOTES)
            .notImported(
                    "IsDeleted",
                    "MasterRecordId",
                    "OwnerId",
                    "CreatedDate",
                    "CreatedById",
                    "LastModifiedDate",
                    "LastModifiedById",
                    "SystemModstamp",
                    "LastActivityDate",
                    "LastViewedDate",
                    "LastReferencedDate",
                    "PhotoUrl",
                    "AccountId",
                    "Salutation",
                    "Department",
                    "ReportsToId",
                    "LeadSource",
                    "AssistantName",
                    "AssistantPhone",
                    "HasOptedOutOfEmail",
                    "HasOptedOutOfFax",
                    "DoNotCall",
                    "EmailBouncedReason",
                    "EmailBouncedDate",
                    "IsEmailBounced",
                    "MailingLatitude",
                    "MailingLongitude",
                    "MailingGeocodeAccuracy")
            .together("Id", "LastName", "MailingStreet")
            .together("LastName", "FirstName", "MailingCity")
            .together("Id", "AccountId", "LastName")
            .together("Last Name", "Mailing Street")
            .together("Last Name", "Mailing City")
            .build();

    private ContactLayout() {}
}
