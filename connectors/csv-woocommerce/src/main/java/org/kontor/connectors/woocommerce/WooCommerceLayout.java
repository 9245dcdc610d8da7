package org.kontor.connectors.woocommerce;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The report of Analytics, Customers has few columns; the names of fields, such as billing_first_name, have all. */
final class WooCommerceLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("woocommerce", "WooCommerce", CustomerRow::person)
            .optional("customer_id", externalId("woocommerce"))
            .alias("user_id")
            .optional("first_name", FIRST_NAME)
            .optional("last_name", LAST_NAME)
            .optional("billing_first_name", FIRST_NAME)
            .optional("billing_last_name", LAST_NAME)
            .optional("billing_company", COMPANY)
            .optional("billing_email", EMAIL)
            .optional("user_email", EMAIL)
            .optional("billing_phone", PHONE)
            .optional("billing_address_1", STREET)
            .optional("billing_address_2", LINE)
            .optional("billing_city", CITY)
            .optional("billing_state", STATE)
            .optional("billing_postcode", POSTAL_CODE)
            .optional("billing_country", COUNTRY)
            .optional("shipping_address_1", STREET.of(2))
            .optional("shipping_address_2", LINE.of(2))
            .optional("shipping_city", CITY.of(2))
            .optional("shipping_state", STATE.of(2))
            .optional("shipping_postcode", POSTAL_CODE.of(2))
            .optional("shipping_country", COUNTRY.of(2))
            .optional("Name", DISPLAY_NAME)
            .optional("Email", EMAIL)
            .optional("City", CITY.of(3))
            .optional("Region", STATE.of(3))
            .optional("Postal Code", POSTAL_CODE.of(3))
            .optional("Country / Region", COUNTRY.of(3))
            .alias("Country")
            .notImported(
                    "Username",
                    "Last Active",
                    "Sign Up",
                    "Orders",
                    "Total Spend",
                    "AOV",
                    "user_login",
                    "user_pass",
                    "user_registered",
                    "role",
                    "total_spent",
                    "order_count",
                    "last_order_date",
                    "shipping_first_name",
                    "shipping_last_name",
                    "shipping_company")
            .distinctive("billing_address_1")
            .together("Name", "Email", "Last Active", "AOV")
            .together("Name", "Username", "Sign Up", "Total Spend")
            .build();

    private WooCommerceLayout() {}
}
