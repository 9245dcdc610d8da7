package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.paymentplan.PaymentPlanDraft;
import org.kontor.paymentplan.PaymentPlanPreview;
import org.kontor.paymentplan.PaymentPlanView;
import org.kontor.paymentplan.PaymentPlans;
import org.kontor.paymentplan.PlanCandidate;
import org.kontor.paymentplan.PlanInterval;
import org.kontor.paymentplan.PlanInvoiceView;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/** The form that agrees a payment plan with the {@code customer} of the address (S4-133). */
@Named("planEditPage")
@ViewScoped
public class PlanEditPage extends AddingPage<PaymentPlanView, PaymentPlanDraft, PaymentPlanPreview> {

    private static final long serialVersionUID = 1L;

    @Inject
    PaymentPlans plans;

    private List<PlanCandidate> candidates = List.of();
    private final Map<Long, Boolean> chosen = new HashMap<>();

    /** Takes the class of its drafts. */
    public PlanEditPage() {
        super(PaymentPlanDraft.class);
    }

    /** Fetches what can be chosen; what can come into one plan is chosen at first. Called once when the page is opened. */
    public void open() {
        begin(Permission.WRITE_PAYMENT_PLAN);
        candidates = plans.candidates(getCustomerId());
        candidates.stream().filter(PlanCandidate::free).findFirst().ifPresent(first -> {
            texts.timesOf(first.entityId());
            candidates.stream()
                    .filter(each -> each.free()
                            && each.entityId() == first.entityId()
                            && each.currency().equals(first.currency()))
                    .forEach(each -> chosen.put(each.invoiceId(), true));
        });
        getValues().put("interval", PlanInterval.MONTHLY.name());
    }

    @Override
    protected Optional<PaymentPlanPreview> rehearse(PaymentPlanDraft draft) {
        return Optional.of(plans.preview(getCustomerId(), draft));
    }

    @Override
    protected List<FieldError> against(PaymentPlanDraft draft) {
        return refused(draft);
    }

    @Override
    protected PaymentPlanDraft read(Typed typed) {
        List<Long> ids = candidates.stream()
                .map(PlanCandidate::invoiceId)
                .filter(id -> Boolean.TRUE.equals(chosen.get(id)))
                .toList();
        return new PaymentPlanDraft(
                ids,
                typed.date("firstDate", value("firstDate")),
                Stream.of(PlanInterval.values())
                        .filter(each -> each.name().equals(value("interval")))
                        .findFirst(),
                typed.count("instalments", value("instalments")),
                typed.amount("instalmentAmount", value("instalmentAmount")),
                typed.amount("downPayment", value("downPayment")),
                value("note"),
                Optional.empty());
    }

    /** With what was shown to be open in all, if it was shown for these invoices. */
    private PaymentPlanDraft asShown(PaymentPlanDraft draft) {
        return draft.of(Optional.ofNullable(getSeen())
                .filter(shown -> shown.invoices().stream()
                        .map(PlanInvoiceView::invoiceId)
                        .sorted()
                        .toList()
                        .equals(draft.invoiceIds().stream().sorted().toList()))
                .map(PaymentPlanPreview::total));
    }

    @Override
    protected PaymentPlanView create(PaymentPlanDraft draft) {
        return plans.agree(getCustomerId(), asShown(draft));
    }

    @Override
    protected void show(AppException refusal) {
        super.show(refusal);
        preview();
    }

    @Override
    protected Saved saved(PaymentPlanView view) {
        return new Saved(
                texts.of("plan.saved", texts.amount(view.total()), view.currency()),
                "/payment-plan.xhtml?id=" + view.id());
    }

    @Override
    protected String changedBy(PaymentPlanView view) {
        return view.updatedBy();
    }

    /** The open invoices of the customer, what is due first coming first. */
    public List<PlanCandidate> getCandidates() {
        return candidates;
    }

    /** Whether any of them can come into a plan. */
    public boolean isReady() {
        return candidates.stream().anyMatch(PlanCandidate::free);
    }

    /** Which of them are chosen, by id. */
    public Map<Long, Boolean> getChosen() {
        return chosen;
    }

    /** How far instalments can be apart. */
    public PlanInterval[] getIntervals() {
        return PlanInterval.values();
    }
}
