package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.receivable.CreditView;
import org.kontor.receivable.Credits;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.ItemKind;
import org.kontor.receivable.OpenItem;
import org.kontor.receivable.OpeningBalances;
import org.kontor.receivable.PaymentView;
import org.kontor.receivable.Payments;
import org.kontor.receivable.RemittanceView;
import org.kontor.receivable.Remittances;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.timeline.Timeline;

/**
 * The payment, credit or opening balance whose {@code id} stands in the address; of a document, its own page. {@code to} names the item
 * that it is to be applied to.
 */
@Named("itemPage")
@ViewScoped
public class ItemPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CustomerAccounts accounts;

    @Inject
    Payments payments;

    @Inject
    Remittances remittances;

    @Inject
    Credits credits;

    @Inject
    OpeningBalances openings;

    @Inject
    ApplicationsBox applications;

    @Inject
    ApplyForm apply;

    @Inject
    Timeline timeline;

    @Inject
    CustomFields fields;

    @Inject
    Lines inWords;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long id;
    private long to;
    private Optional<OpenItem> item = Optional.empty();
    private Optional<PaymentView> payment = Optional.empty();
    private Optional<RemittanceView> remittance = Optional.empty();
    private Optional<CreditView> credit = Optional.empty();
    private boolean noted;
    private List<Lines.Filled> filled = List.of();
    private List<HistoryDay> history = List.of();
    private final Map<String, String> values = new HashMap<>();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_RECEIVABLE);
        OpenItem found = accounts.item(id).orElseThrow(this::absent);
        item = Optional.of(found);
        texts.timesOf(found.entityId());
        switch (found.kind()) {
            case INVOICE, CREDIT_MEMO -> {
                notices.go("/invoice.xhtml?id=" + id + (to == 0 ? "" : "&to=" + to));
                return;
            }
            case PAYMENT -> {
                payment = payments.find(id);
                remittance = remittances.find(id);
                List<CustomFieldView> custom = fields.of(CustomFieldOwner.PAYMENT);
                noted = !custom.isEmpty();
                filled = inWords.filled(
                        custom, payment.map(PaymentView::customFields).orElse(Map.of()));
            }
            case CREDIT -> credit = credits.find(id);
            case OPENING_BALANCE -> credit = openings.find(id);
        }
        applications.open(id);
        if (isApplicable()) {
            apply.open(found, to);
        }
        if (shell.may(Permission.READ_CUSTOMER.wireName())) {
            history = HistoryDay.of(timeline.ofDocument(found.customerId(), id), texts);
        }
    }

    /** Voids it, for the reason that was typed. */
    public void voidIt() {
        String reason = Typed.text(values.get("reason"));
        try {
            switch (getItem().kind()) {
                case PAYMENT -> payments.voidIt(id, Optional.empty(), reason);
                case CREDIT -> credits.voidIt(id, Optional.empty(), reason);
                default -> openings.voidIt(id, Optional.empty(), reason);
            }
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.done(texts.of("item.voided", getTitle()));
        notices.go("/item.xhtml?id=" + id);
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "ITEM_NOT_FOUND", texts.of("item.notFound", Long.toString(id)));
    }

    /** The item. */
    public OpenItem getItem() {
        return item.orElseThrow(this::absent);
    }

    /** What people call it. */
    public String getTitle() {
        return texts.item(getItem().kind(), id, getItem().number());
    }

    /** The payment; null when it is something else, as expressions know no Optional. */
    public @Nullable PaymentView getPayment() {
        return payment.orElse(null);
    }

    /** The credit or opening balance; null when it is something else, as expressions know no Optional. */
    public @Nullable CreditView getCredit() {
        return credit.orElse(null);
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return payment.map(PaymentView::customerName)
                .or(() -> credit.map(CreditView::customerName))
                .orElse("");
    }

    /** Why it was voided; empty when it was not. */
    public String getVoidReason() {
        return payment.map(PaymentView::voidReason)
                .or(() -> credit.map(CreditView::voidReason))
                .orElse("");
    }

    /** Whether something of it is held that can be applied. */
    public boolean isApplicable() {
        return !getItem().owed() && getItem().open().signum() > 0;
    }

    /** Whether something of it can go back to the customer. */
    public boolean isRefundable() {
        return !getItem().owed() && !getItem().voided();
    }

    /** Whether it is an opening balance that the customer owes. */
    public boolean isOwed() {
        return getItem().kind() == ItemKind.OPENING_BALANCE && getItem().owed();
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

    /** What stands in the inputs of the dialogs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the item. */
    public long getId() {
        return id;
    }

    /** Sets the id of the item. */
    public void setId(long value) {
        id = value;
    }

    /** Id of the item that it is to be applied to; 0 for none. */
    public long getTo() {
        return to;
    }

    /** Sets the id of the item that it is to be applied to. */
    public void setTo(long value) {
        to = value;
    }

    /** The advice of the payment and what became of its rows; null without one, as expressions know no Optional. */
    public @Nullable RemittanceView getRemittance() {
        return remittance.orElse(null);
    }
}
