package org.kontor.connectors.stripe;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The customers of Stripe, default or all columns. Metadata columns are ignored and named. */
final class StripeLayout {

    static final ImportFormat FORMAT = TableFormat.liberal("stripe", "Stripe", CustomerRow::person)
            .required("id", externalId("stripe"))
            .alias("Customer ID")
            .optional("Name", DISPLAY_NAME)
            .alias("Customer Name")
            .optional("Email", EMAIL)
            .alias("Customer Email")
            .optional("Phone", PHONE)
            .alias("Customer Phone")
            .optional("Description", NOTES)
            .alias("Customer Description")
            .optional("Address Line1", STREET)
            .alias("Customer Address Line1")
            .optional("Address Line2", LINE)
            .alias("Customer Address Line2")
            .optional("Address City", CITY)
            .alias("Customer Address City")
            .optional("Address State", STATE)
            .alias("Customer Address State")
            .optional("Address Zip", POSTAL_CODE)
            .alias("Address Postal Code", "Customer Address Postal Code")
            .optional("Address Country", COUNTRY)
            .alias("Customer Address Country")
            .optional("Shipping Address Line1", STREET.of(2))
            .optional("Shipping Address Line2", LINE.of(2))
            .optional("Shipping Address City", CITY.of(2))
            .optional("Shipping Address State", STATE.of(2))
            .optional("Shipping Address Postal Code", POSTAL_CODE.of(2))
            .alias("Shipping Address Zip")
            .optional("Shipping Address Country", COUNTRY.of(2))
            .notImported(
                    "Created (UTC)",
                    "Delinquent",
                    "Plan",
                    "Status",
                    "Total Spend",
                    "Payment Count",
                    "Average Order",
                    "Refunded Volume",
                    "Dispute Losses",
                    "Default Card",
                    "Default Source",
                    "Card ID",
                    "Card Number",
                    "Card Last4",
                    "Card Last 4",
                    "Card Brand",
                    "Card Type",
                    "Card Country",
                    "Card Funding",
                    "Card Exp Month",
                    "Card Exp Year",
                    "Card Name",
                    "Currency",
                    "Account Balance",
                    "Business Vat ID",
                    "Tax Info Type")
            .together("id", "Email", "Created (UTC)")
            .together("id", "Email", "Delinquent")
            .together("Customer ID", "Customer Email", "Created (UTC)")
            .build();

    private StripeLayout() {}
}
