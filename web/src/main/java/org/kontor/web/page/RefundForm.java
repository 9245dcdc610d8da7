package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.receivable.PaymentMethod;
import org.kontor.receivable.RefundDraft;
import org.kontor.receivable.RefundView;
import org.kontor.receivable.Refunds;
import org.kontor.shared.AppException;

/** The dialog that records money that went back to a customer. Part of the pages of payments, credits and credit memos. */
@Named("refundForm")
@ViewScoped
public class RefundForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Refunds refunds;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final Map<String, String> values = new HashMap<>();
    private boolean reopen;
    private final FieldErrors errors = new FieldErrors();

    /** Records the refund that was typed, taken from an item. */
    public void record(long itemId) {
        Typed typed = new Typed(texts);
        RefundDraft draft = new RefundDraft(
                itemId,
                typed.amount("amount", value("amount")),
                typed.date("effectiveDate", value("effectiveDate")),
                value("method").isEmpty() ? Optional.empty() : Optional.of(PaymentMethod.valueOf(value("method"))),
                value("reference"),
                value("reason"),
                reopen);
        if (!typed.errors().isEmpty()) {
            errors.show(typed.errors(), texts);
            return;
        }
        try {
            RefundView made = refunds.record(draft);
            notices.done(texts.of("refund.done", texts.amount(made.amount()), made.currency()));
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.go("/item.xhtml?id=" + itemId);
    }

    private String value(String name) {
        return Typed.text(values.get(name));
    }

    /** Means to choose from. */
    public PaymentMethod[] getMethods() {
        return PaymentMethod.values();
    }

    /** What stands in the inputs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** Whether what the money settled may be owed again. */
    public boolean isReopen() {
        return reopen;
    }

    /** Sets whether what the money settled may be owed again. */
    public void setReopen(boolean value) {
        reopen = value;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }
}
