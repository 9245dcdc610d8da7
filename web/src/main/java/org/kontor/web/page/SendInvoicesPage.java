package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.kontor.document.Statements;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceQuery;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Which invoices of the customer {@code customer} are sent (S4-16): those that are open are chosen at first; each can be looked at, and what is
 * chosen leaves as one archive.
 */
@Named("sendInvoicesPage")
@ViewScoped
public class SendInvoicesPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;
    private static final EnumSet<InvoiceStatus> OPEN =
            EnumSet.of(InvoiceStatus.OPEN, InvoiceStatus.PARTIALLY_PAID, InvoiceStatus.PAST_DUE);

    @Inject
    Invoices invoices;

    @Inject
    Statements statements;

    private long customer;
    private String name = "";
    private Page<InvoiceView> shown = new Page<>(List.of(), Optional.empty());

    /** Fetches the invoices; called once when the page is opened. */
    public void open() {
        name = statements.addressee(customer);
        shown = invoices.list(
                DocumentKind.INVOICE,
                new InvoiceQuery(
                        Optional.of(customer),
                        EnumSet.complementOf(EnumSet.of(InvoiceStatus.DRAFT, InvoiceStatus.VOID)),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new PageRequest(MOST, Optional.empty()));
    }

    /** Issued invoices, the latest first. */
    public List<InvoiceView> getShown() {
        return shown.items();
    }

    /** Whether there are older ones, which are not offered here. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** Whether something is owed on it. */
    public boolean open(InvoiceView invoice) {
        return OPEN.contains(invoice.status());
    }

    /** What the customer is called. */
    public String getName() {
        return name;
    }

    /** Id of the customer. */
    public long getCustomer() {
        return customer;
    }

    /** Sets it. */
    public void setCustomer(long value) {
        customer = value;
    }
}
