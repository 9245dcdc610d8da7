package org.kontor.connectors.quickbooks;

import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.DocumentField.AMOUNT;
import static org.kontor.connectors.support.DocumentField.CURRENCY;
import static org.kontor.connectors.support.DocumentField.DATE;
import static org.kontor.connectors.support.DocumentField.DESCRIPTION;
import static org.kontor.connectors.support.DocumentField.DUE;
import static org.kontor.connectors.support.DocumentField.LINE_AMOUNT;
import static org.kontor.connectors.support.DocumentField.NUMBER;
import static org.kontor.connectors.support.DocumentField.OPEN;
import static org.kontor.connectors.support.DocumentField.QUANTITY;
import static org.kontor.connectors.support.DocumentField.STATUS;
import static org.kontor.connectors.support.DocumentField.TAX_AMOUNT;
import static org.kontor.connectors.support.DocumentField.UNIT_PRICE;

import org.kontor.connectors.support.Dates;
import org.kontor.connectors.support.DocumentRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/**
 * Invoices as QuickBooks Online imports them, each line in a row of its own, and its list of transactions. Dates are as the company writes
 * them, so there is a format for each order; who uploads a file is asked which it is.
 */
final class InvoicesLayout {

    private static final Dates MONTH = Dates.iso().andPattern("M/d/uuuu");
    private static final Dates DAY = Dates.iso().andPattern("d/M/uuuu");

    static final ImportFormat MONTH_FIRST = invoices("quickbooks-invoices", "month before day", MONTH);
    static final ImportFormat DAY_FIRST = invoices("quickbooks-invoices-dmy", "day before month", DAY);
    static final ImportFormat LIST_MONTH_FIRST = list("quickbooks-transactions", "month before day", MONTH);
    static final ImportFormat LIST_DAY_FIRST = list("quickbooks-transactions-dmy", "day before month", DAY);

    private InvoicesLayout() {}

    private static ImportFormat invoices(String id, String order, Dates dates) {
        return TableFormat.liberal(id, "QuickBooks invoices, " + order, () -> new DocumentRow(dates))
                .ledger()
                .required("InvoiceNo", NUMBER)
                .required("Customer", DISPLAY_NAME)
                .required("InvoiceDate", DATE)
                .optional("DueDate", DUE)
                .optional("ItemDescription", DESCRIPTION)
                .optional("ItemQuantity", QUANTITY)
                .optional("ItemRate", UNIT_PRICE)
                .required("ItemAmount", LINE_AMOUNT)
                .optional("ItemTaxAmount", TAX_AMOUNT)
                .optional("Currency", CURRENCY)
                .notImported(
                        "Terms", "Location", "Memo", "Item(Product/Service)", "ItemTaxCode", "Service Date", "Taxable")
                .distinctive("ItemAmount")
                .build();
    }

    private static ImportFormat list(String id, String order, Dates dates) {
        return TableFormat.liberal(id, "QuickBooks transactions, " + order, () -> new TransactionRow(dates))
                .ledger()
                .required("Date", DATE)
                .required("Type", "Invoice, Payment or Credit Memo; other rows are rejected", TransactionRow::kind)
                .alias("Transaction Type")
                .required("No.", NUMBER)
                .alias("Num", "Number")
                .required("Customer", DISPLAY_NAME)
                .alias("Name")
                .optional("Due date", DUE)
                .required("Total", AMOUNT.description(), TransactionRow::total)
                .alias("Amount")
                .optional("Balance", OPEN.description(), TransactionRow::balance)
                .alias("Open balance")
                .optional("Status", STATUS)
                .optional("Currency", CURRENCY)
                .notImported("Memo", "Memo/Description", "Terms")
                .together("Type", "No.", "Customer", "Total")
                .together("Transaction Type", "Num", "Name", "Amount")
                .build();
    }
}
