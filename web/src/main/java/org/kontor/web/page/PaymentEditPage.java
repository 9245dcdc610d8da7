package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.AppliedView;
import org.kontor.receivable.PaymentDraft;
import org.kontor.receivable.PaymentMethod;
import org.kontor.receivable.PaymentView;
import org.kontor.receivable.Payments;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;

/** The form that records a payment of the {@code customer} of the address. */
@Named("paymentEditPage")
@ViewScoped
public class PaymentEditPage extends MoneyPage<PaymentView, PaymentDraft, AppliedView> {

    private static final long serialVersionUID = 1L;

    @Inject
    Payments payments;

    @Inject
    CustomFields fields;

    private final CustomForm custom = new CustomForm();

    /** Takes the class of its drafts. */
    public PaymentEditPage() {
        super(PaymentDraft.class);
    }

    @Override
    public void open() {
        super.open();
        custom.offer(fields.of(CustomFieldOwner.PAYMENT), texts.locale());
        getValues().put("currency", getCurrency());
    }

    @Override
    protected PaymentDraft read(Typed typed) {
        typed.errors().addAll(custom.unreadable(texts));
        return new PaymentDraft(
                getCustomerId(),
                typed.amount("amount", value("amount")),
                value("currency"),
                typed.date("receivedOn", value("receivedOn")),
                Optional.empty(),
                value("method").isEmpty() ? Optional.empty() : Optional.of(PaymentMethod.valueOf(value("method"))),
                value("reference"),
                value("note"),
                value("allocation").isEmpty()
                        ? Optional.empty()
                        : Optional.of(AllocationPolicy.valueOf(value("allocation"))),
                List.of(),
                custom.given());
    }

    @Override
    protected Optional<AppliedView> rehearse(PaymentDraft draft) {
        return Optional.of(payments.preview(draft));
    }

    @Override
    protected PaymentView create(PaymentDraft draft) {
        return payments.record(draft);
    }

    @Override
    protected String changedBy(PaymentView view) {
        return view.createdBy();
    }

    @Override
    protected Saved saved(PaymentView view) {
        return new Saved(
                texts.of("payment.saved", texts.amount(view.amount()), view.currency(), texts.amount(view.unapplied())),
                "/item.xhtml?id=" + view.id());
    }

    /** Inputs of custom fields. */
    public CustomForm getCustom() {
        return custom;
    }

    /** Means to choose from. */
    public PaymentMethod[] getMethods() {
        return PaymentMethod.values();
    }

    /** Ways to spread it that need no names. */
    public List<AllocationPolicy> getAllocations() {
        return List.of(AllocationPolicy.OLDEST_DUE_FIRST, AllocationPolicy.LEGAL_ORDER, AllocationPolicy.NONE);
    }
}
