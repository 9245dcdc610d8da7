package org.kontor.connectors.zohobooks;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FAX;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.OCCUPATION;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.WEBSITE;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The contacts of Zoho Books, customers and vendors alike: the person picks in Zoho Books which ones are exported. */
final class ZohoBooksLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("zoho-books", "Zoho Books", CustomerRow::account)
            .required("Display Name", DISPLAY_NAME)
            .alias("Contact Name")
            .optional("Company Name", COMPANY)
            .optional("First Name", FIRST_NAME)
            .optional("Last Name", LAST_NAME)
            .optional("EmailID", EMAIL)
            .alias("Email")
            .optional("Phone", WORK_PHONE)
            .optional("MobilePhone", MOBILE)
            .optional("Billing Address", STREET)
            .alias("Billing Street")
            .optional("Billing Street2", LINE)
            .optional("Billing City", CITY)
            .optional("Billing State", STATE)
            .optional("Billing Code", POSTAL_CODE)
            .alias("Billing Zip")
            .optional("Billing Country", COUNTRY)
            .optional("Shipping Address", STREET.of(2))
            .alias("Shipping Street")
            .optional("Shipping Street2", LINE.of(2))
            .optional("Shipping City", CITY.of(2))
            .optional("Shipping State", STATE.of(2))
            .optional("Shipping Code", POSTAL_CODE.of(2))
            .alias("Shipping Zip")
            .optional("Shipping Country", COUNTRY.of(2))
            .optional("Billing Phone", PHONE)
            .optional("Billing Fax", FAX)
            .optional("Website", WEBSITE)
            .optional("Designation", OCCUPATION)
            .optional("Notes", NOTES)
            .optional("Customer ID", externalId("zoho-books"))
            .alias("Contact ID")
            .notImported(
                    "Created Time",
                    "Last Modified Time",
                    "Salutation",
                    "Currency Code",
                    "Status",
                    "Credit Limit",
                    "Customer Sub Type",
                    "Billing Attention",
                    "Shipping Attention",
                    "Shipping Phone",
                    "Shipping Fax",
                    "Skype Identity",
                    "Facebook",
                    "Twitter",
                    "Department",
                    "Price List",
                    "Payment Terms",
                    "Payment Terms Label",
                    "Last Sync Time",
                    "Owner Name",
                    "Customer Name",
                    "Contact Type",
                    "Customer Address ID",
                    "Source",
                    "Reference ID",
                    "Payment Reminder",
                    "Opening Balance",
                    "Exchange Rate")
            .together("Display Name", "Billing Street2")
            .together("Display Name", "EmailID")
            .together("Contact Name", "Billing Street2")
            .together("Contact Name", "EmailID")
            .build();

    private ZohoBooksLayout() {}
}
