package org.kontor.connectors.shopify;

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
import static org.kontor.connectors.support.CustomerField.MOBILE;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.TAGS;
import static org.kontor.connectors.support.CustomerField.externalId;
import static org.kontor.connectors.support.CustomerField.withoutApostrophe;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** One layout for both headers: the older one lacks the words Default Address and the customer's number. Shopify puts an
 * apostrophe before what a spreadsheet would take for a number. */
final class ShopifyLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("shopify", "Shopify", CustomerRow::person)
            .optional("Customer ID", externalId("shopify"))
            .required("First Name", FIRST_NAME)
            .required("Last Name", LAST_NAME)
            .required("Email", EMAIL)
            .optional("Phone", withoutApostrophe(MOBILE))
            .optional("Default Address Company", COMPANY)
            .alias("Company")
            .optional("Default Address Address1", STREET)
            .alias("Address1")
            .optional("Default Address Address2", LINE)
            .alias("Address2")
            .optional("Default Address City", CITY)
            .alias("City")
            .optional("Default Address Province", STATE)
            .alias("Province")
            .optional("Default Address Province Code", STATE)
            .alias("Province Code")
            .optional("Default Address Country", COUNTRY)
            .alias("Country")
            .optional("Default Address Country Code", COUNTRY)
            .alias("Country Code")
            .optional("Default Address Zip", withoutApostrophe(POSTAL_CODE))
            .alias("Zip")
            .optional("Default Address Phone", withoutApostrophe(PHONE))
            .optional("Note", NOTES)
            .optional("Tags", TAGS)
            .notImported(
                    "Accepts Email Marketing",
                    "Accepts SMS Marketing",
                    "Accepts Marketing",
                    "Total Spent",
                    "Total Orders",
                    "Tax Exempt")
            .distinctive("Accepts Email Marketing", "Accepts SMS Marketing", "Accepts Marketing")
            .together("Customer ID", "First Name", "Default Address Zip")
            .build();

    private ShopifyLayout() {}
}
