package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.access.Permission;
import org.kontor.receivable.AdjustmentView;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceActions;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.OpenItem;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.timeline.Timeline;

/** The invoice or credit memo whose {@code id} stands in the address, and what can be done with it. */
@Named("invoicePage")
@ViewScoped
public class InvoicePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Invoices invoices;

    @Inject
    InvoiceActions actions;

    @Inject
    CustomerAccounts accounts;

    @Inject
    ApplicationsBox applications;

    @Inject
    DocumentAttachmentsBox attachments;

    @Inject
    ApplyForm apply;

    @Inject
    Timeline timeline;

    @Inject
    CustomFields fields;

    @Inject
    Lines inWords;

    @Inject
    PlanBox plans;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long id;
    private long to;
    private Optional<InvoiceView> document = Optional.empty();
    private List<AdjustmentView> adjustments = List.of();
    private List<OpenItem> held = List.of();
    private long plan;
    private boolean writtenOff;
    private boolean noted;
    private List<Lines.Filled> filled = List.of();
    private List<HistoryDay> history = List.of();
    private final Map<String, String> values = new HashMap<>();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_RECEIVABLE);
        InvoiceView view = invoices.findAll(List.of(id)).stream().findFirst().orElseThrow(this::absent);
        document = Optional.of(view);
        texts.timesOf(view.entityId());
        List<CustomFieldView> custom = fields.of(CustomFieldOwner.INVOICE);
        noted = !custom.isEmpty();
        filled = inWords.filled(custom, view.customFields());
        plan = plans.planOf(id);
        attachments.open(view.kind(), id);
        if (!isDraft()) {
            applications.open(id);
            writtenOff = accounts.item(id).filter(OpenItem::writtenOff).isPresent();
            adjustments = isInvoice() ? actions.adjustments(id) : List.of();
        }
        if (isOwed()) {
            held = accounts.open(view.customerId()).stream()
                    .filter(item -> !item.owed() && item.currency().equals(view.currency()))
                    .toList();
        }
        if (isApplicable()) {
            accounts.item(id).ifPresent(item -> apply.open(item, to));
        }
        if (shell.may(Permission.READ_CUSTOMER.wireName())) {
            history = HistoryDay.of(timeline.ofDocument(view.customerId(), id), texts);
        }
    }

    /** Issues the draft as it is shown; one that somebody changed meanwhile is refused. */
    public void issue() {
        InvoiceView seen = getDocument();
        done(() -> invoices.revise(seen.kind(), id, seen.version(), issued(seen.toDraft())), "invoice.issued");
    }

    private static InvoiceDraft issued(InvoiceDraft draft) {
        return new InvoiceDraft(
                draft.customerId(),
                Optional.of(InvoiceStatus.OPEN),
                draft.number(),
                draft.currency(),
                draft.issueDate(),
                draft.dueDate(),
                draft.terms(),
                draft.notes(),
                draft.template(),
                draft.purchaseOrder(),
                draft.taxRounding(),
                draft.pricesIncludeTax(),
                draft.lines(),
                draft.customFields());
    }

    /** Throws the draft away. */
    public void discard() {
        long customer = getDocument().customerId();
        try {
            invoices.discard(getDocument().kind(), id);
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.done(texts.of("invoice.discarded"));
        notices.go("/customer.xhtml?id=" + customer + "&tab=transactions");
    }

    /** Voids the document. */
    public void voidIt() {
        done(() -> actions.voidIt(getDocument().kind(), id, Optional.empty(), reason()), "invoice.voided");
    }

    /** Gives up what is left, as it is shown. */
    public void writeOff() {
        BigDecimal left = getDocument().balance();
        done(() -> actions.writeOff(id, Optional.of(left), Optional.empty(), reason()), "invoice.writtenOff");
    }

    /** Takes back what was written off. */
    public void reinstate() {
        done(() -> actions.reinstate(id, Optional.empty(), reason()), "invoice.reinstated");
    }

    /** Notes that the customer contests it. */
    public void dispute() {
        done(() -> actions.dispute(id, reason()), "invoice.disputed");
    }

    /** Ends the dispute. */
    public void resolve() {
        done(() -> actions.resolve(id), "invoice.resolved");
    }

    private String reason() {
        return Typed.text(values.get("reason"));
    }

    private void done(Supplier<InvoiceView> work, String message) {
        try {
            notices.done(texts.of(message, work.get().number()));
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.go("/invoice.xhtml?id=" + id);
    }

    /** The payment plan that the invoice is in; 0 for none. */
    public long getPlan() {
        return plan;
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "INVOICE_NOT_FOUND", texts.of("invoice.notFound", Long.toString(id)));
    }

    /** The document. */
    public InvoiceView getDocument() {
        return document.orElseThrow(this::absent);
    }

    /** What people call it. */
    public String getTitle() {
        String kind = texts.of("itemKind." + getDocument().kind());
        return getDocument().number().isEmpty()
                ? texts.of("invoice.draftTitle", kind)
                : kind + " " + getDocument().number();
    }

    /** Whether it is a draft. */
    public boolean isDraft() {
        return getDocument().status() == InvoiceStatus.DRAFT;
    }

    /** The folder of its files, under {@code /documents}. */
    public String getFiles() {
        return isInvoice() ? "invoices" : "credit-memos";
    }

    private boolean isInvoice() {
        return getDocument().kind() == DocumentKind.INVOICE;
    }

    /** Whether something of it is owed that could be settled, given up or contested. */
    public boolean isOwed() {
        return isInvoice() && getDocument().balance().signum() > 0;
    }

    /** Whether it is a credit memo of which something can be applied. */
    public boolean isApplicable() {
        return !isInvoice() && getDocument().balance().signum() > 0;
    }

    /** Whether something of it is written off. */
    public boolean isWrittenOff() {
        return writtenOff;
    }

    /** Whether it can be voided. */
    public boolean isVoidable() {
        return !isDraft() && getDocument().status() != InvoiceStatus.VOID && !writtenOff;
    }

    /** What voiding it means for money: that which it was settled by, or that which it settled. */
    public String getVoidText() {
        return texts.of(
                isInvoice() ? "invoice.voidText" : "invoice.voidMemoText",
                texts.amount(getDocument().total().subtract(getDocument().balance())),
                getDocument().currency(),
                texts.amount(getDocument().total()));
    }

    /** A price, with no fewer decimals than the currency has. */
    public String price(BigDecimal value) {
        return texts.amount(
                value.setScale(Math.max(value.scale(), getDocument().total().scale())));
    }

    /** Payments and credits of the customer with something left, in the currency of the invoice. */
    public List<OpenItem> getHeld() {
        return held;
    }

    /** When it was settled and had a balance again. */
    public List<AdjustmentView> getAdjustments() {
        return adjustments;
    }

    /** Whether there are custom fields to be filled. */
    public boolean isNoted() {
        return noted;
    }

    /** Custom fields that have a value, in the order of the form. */
    public List<Lines.Filled> getFilled() {
        return filled;
    }

    /** What happened to it, the latest first. */
    public List<HistoryDay> getHistory() {
        return history;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** What stands in the inputs of the dialogs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** Id of the document. */
    public long getId() {
        return id;
    }

    /** Sets the id of the document. */
    public void setId(long value) {
        id = value;
    }

    /** Id of the item that a credit memo is to be applied to; 0 for none. */
    public long getTo() {
        return to;
    }

    /** Sets the id of the item that a credit memo is to be applied to. */
    public void setTo(long value) {
        to = value;
    }
}
