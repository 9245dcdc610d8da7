package org.kontor.connectors.xero;

import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.LINE;
import static org.kontor.connectors.support.AddressPart.POSTAL_CODE;
import static org.kontor.connectors.support.AddressPart.STATE;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.DocumentField.CURRENCY;
import static org.kontor.connectors.support.DocumentField.DATE;
import static org.kontor.connectors.support.DocumentField.DESCRIPTION;
import static org.kontor.connectors.support.DocumentField.DISCOUNT;
import static org.kontor.connectors.support.DocumentField.DUE;
import static org.kontor.connectors.support.DocumentField.NUMBER;
import static org.kontor.connectors.support.DocumentField.QUANTITY;
import static org.kontor.connectors.support.DocumentField.REFERENCE;
import static org.kontor.connectors.support.DocumentField.TAX_AMOUNT;
import static org.kontor.connectors.support.DocumentField.TAX_NAME;
import static org.kontor.connectors.support.DocumentField.UNIT_PRICE;

import org.kontor.connectors.support.Dates;
import org.kontor.connectors.support.DocumentRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/**
 * The template of Xero for sales invoices, each line of an invoice in a row of its own. Xero writes dates as the organisation does, so there
 * is one format for each order; who uploads a file is asked which it is. Unit amounts are without tax; Total, which Xero itself does not
 * read, is ignored.
 */
final class InvoicesLayout {

    static final ImportFormat DAY_FIRST = format(
            "xero-invoices",
            "Xero sales invoices, day before month",
            Dates.iso().andPattern("d/M/uuuu"));
    static final ImportFormat MONTH_FIRST = format(
            "xero-invoices-us",
            "Xero sales invoices, month before day",
            Dates.iso().andPattern("M/d/uuuu"));

    private InvoicesLayout() {}

    private static ImportFormat format(String id, String name, Dates dates) {
        return TableFormat.liberal(id, name, () -> new DocumentRow(dates.andPattern("d MMM uuuu")))
                .ledger()
                .required("ContactName", DISPLAY_NAME)
                .optional("EmailAddress", EMAIL)
                .optional("POAddressLine1", STREET)
                .optional("POAddressLine2", LINE)
                .optional("POAddressLine3", LINE)
                .optional("POAddressLine4", LINE)
                .optional("POCity", CITY)
                .optional("PORegion", STATE)
                .optional("POPostalCode", POSTAL_CODE)
                .optional("POCountry", COUNTRY)
                .required("InvoiceNumber", NUMBER)
                .optional("Reference", REFERENCE)
                .required("InvoiceDate", DATE)
                .optional("DueDate", DUE)
                .optional("Description", DESCRIPTION)
                .optional("Quantity", QUANTITY)
                .required("UnitAmount", UNIT_PRICE)
                .optional("Discount", DISCOUNT)
                .optional("TaxType", TAX_NAME)
                .optional("TaxAmount", TAX_AMOUNT)
                .optional("Currency", CURRENCY)
                .notImported(
                        "Total",
                        "InventoryItemCode",
                        "AccountCode",
                        "TrackingName1",
                        "TrackingOption1",
                        "TrackingName2",
                        "TrackingOption2",
                        "BrandingTheme")
                .distinctive("UnitAmount")
                .build();
    }
}
