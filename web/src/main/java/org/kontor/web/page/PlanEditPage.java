package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.customer.Customers;
import org.kontor.paymentplan.PaymentPlanDraft;
import org.kontor.paymentplan.PaymentPlanPreview;
import org.kontor.paymentplan.PaymentPlanView;
import org.kontor.paymentplan.PaymentPlans;
import org.kontor.paymentplan.PlanCandidate;
import org.kontor.paymentplan.PlanInterval;
import org.kontor.paymentplan.PlanInvoiceView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** The form that agrees a payment plan with the {@code customer} of the address (S4-133). */
@Named("planEditPage")
@ViewScoped
public class PlanEditPage extends EditPage<PaymentPlanView, PaymentPlanDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    PaymentPlans plans;

    @Inject
    Customers customers;

    @Inject
    ShellPage shell;

    private long customerId;
    private String customerName = "";
    private List<PlanCandidate> candidates = List.of();
    private final Map<Long, Boolean> chosen = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private Optional<PaymentPlanPreview> seen = Optional.empty();

    /** Takes the class of its drafts. */
    public PlanEditPage() {
        super(PaymentPlanDraft.class);
    }

    /** Fetches what can be chosen; what can come into one plan is chosen at first. Called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_PAYMENT_PLAN);
        customerName = customers.find(customerId).orElseThrow(this::absent).displayName();
        candidates = plans.candidates(customerId);
        candidates.stream().filter(PlanCandidate::free).findFirst().ifPresent(first -> {
            texts.timesOf(first.entityId());
            candidates.stream()
                    .filter(each -> each.free()
                            && each.entityId() == first.entityId()
                            && each.currency().equals(first.currency()))
                    .forEach(each -> chosen.put(each.invoiceId(), true));
        });
        values.put("interval", PlanInterval.MONTHLY.name());
    }

    /** Works out the instalments; nothing is shown for what cannot be read, or agreed, yet. */
    public void preview() {
        seen = Optional.empty();
        Typed typed = new Typed(texts);
        PaymentPlanDraft draft = read(typed);
        if (typed.errors().isEmpty()) {
            seen = worked(draft, new ArrayList<>());
        }
    }

    /** What a draft comes to; empty, with what is against it, when it cannot be agreed yet. */
    private Optional<PaymentPlanPreview> worked(PaymentPlanDraft draft, List<FieldError> against) {
        try {
            return Optional.of(plans.preview(customerId, draft));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            against.addAll(e.errors());
            return Optional.empty();
        }
    }

    @Override
    protected List<FieldError> against(PaymentPlanDraft draft) {
        List<FieldError> against = new ArrayList<>();
        worked(draft, against);
        return against;
    }

    private PaymentPlanDraft read(Typed typed) {
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
                number(typed),
                typed.amount("instalmentAmount", value("instalmentAmount")),
                typed.amount("downPayment", value("downPayment")),
                value("note"),
                // What was shown for these invoices; a preview looks anew.
                seen.filter(shown -> shown.invoices().stream()
                                .map(PlanInvoiceView::invoiceId)
                                .sorted()
                                .toList()
                                .equals(ids.stream().sorted().toList()))
                        .map(PaymentPlanPreview::total));
    }

    private Optional<Integer> number(Typed typed) {
        Optional<BigDecimal> number = typed.amount("instalments", value("instalments"));
        try {
            return number.map(BigDecimal::intValueExact);
        } catch (ArithmeticException e) {
            // The rules say what it may be.
            return Optional.of(0);
        }
    }

    private String value(String name) {
        return Typed.text(values.get(name));
    }

    @Override
    protected PaymentPlanView create(PaymentPlanDraft draft) {
        return plans.agree(customerId, draft);
    }

    @Override
    protected void show(AppException refusal) {
        super.show(refusal);
        preview();
    }

    @Override
    protected List<FieldError> unreadable() {
        Typed typed = new Typed(texts);
        read(typed);
        return typed.errors();
    }

    @Override
    protected PaymentPlanDraft typed() {
        return read(new Typed(texts));
    }

    @Override
    protected Saved saved(PaymentPlanView view) {
        return new Saved(
                texts.of("plan.saved", texts.amount(view.total()), view.currency()),
                "/payment-plan.xhtml?id=" + view.id());
    }

    @Override
    protected PaymentPlanView load() {
        throw absent();
    }

    @Override
    protected PaymentPlanView change(PaymentPlanView before, PaymentPlanDraft draft) {
        throw absent();
    }

    @Override
    protected PaymentPlanDraft draftOf(PaymentPlanView view) {
        return typed();
    }

    @Override
    protected void fill(PaymentPlanDraft draft) {
        // What was agreed is not changed: nothing is ever put into the inputs.
    }

    @Override
    protected String changedBy(PaymentPlanView view) {
        return view.updatedBy();
    }

    private AppException absent() {
        return new AppException(
                ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", texts.of("customer.notFound", Long.toString(customerId)));
    }

    /** What the agreement would come to; null before that can be said, as expressions know no Optional. */
    public @Nullable PaymentPlanPreview getSeen() {
        return seen.orElse(null);
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

    /** What stands in the inputs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** Id of the customer. */
    public long getCustomerId() {
        return customerId;
    }

    /** Sets the id of the customer. */
    public void setCustomerId(long value) {
        customerId = value;
    }
}
