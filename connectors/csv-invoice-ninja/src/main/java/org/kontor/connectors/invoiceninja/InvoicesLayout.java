package org.kontor.connectors.invoiceninja;

import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.DocumentField.AMOUNT;
import static org.kontor.connectors.support.DocumentField.DATE;
import static org.kontor.connectors.support.DocumentField.DUE;
import static org.kontor.connectors.support.DocumentField.NUMBER;
import static org.kontor.connectors.support.DocumentField.PAID;
import static org.kontor.connectors.support.DocumentField.REFERENCE;
import static org.kontor.connectors.support.DocumentField.STATUS;

import org.kontor.connectors.support.Dates;
import org.kontor.connectors.support.DocumentRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/**
 * The invoices of Invoice Ninja 4, whose table begins under a title. The file tells lines without their taxes and discounts, so an invoice
 * comes in with one line of its whole amount.
 */
final class InvoicesLayout {

    static final ImportFormat FORMAT = TableFormat.liberal(
                    "invoice-ninja-invoices",
                    "Invoice Ninja invoices",
                    () -> new DocumentRow(Dates.iso().andPattern("d/MMM/uuuu").andPattern("d MMM uuuu")))
            .ledger()
            .required("Client", DISPLAY_NAME)
            .optional("Email", EMAIL)
            .required("Invoice Number", NUMBER)
            .required("Amount", AMOUNT)
            .optional("Paid", PAID)
            .optional("PO Number", REFERENCE)
            .optional("Status", STATUS)
            .required("Invoice Date", DATE)
            .optional("Due Date", DUE)
            .notImported(
                    "Discount",
                    "Partial/Deposit",
                    "Partial Due Date",
                    "Public Notes",
                    "Private Notes",
                    "Item Product",
                    "Item Notes",
                    "Item Cost",
                    "Item Quantity")
            .together("Client", "Invoice Number", "Partial/Deposit")
            .build();

    private InvoicesLayout() {}
}
