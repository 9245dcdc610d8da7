package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.paymentplan.PaymentPlanView;
import org.kontor.paymentplan.PaymentPlans;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.timeline.Timeline;

/** The payment plan whose {@code id} stands in the address (S4-133). */
@Named("planPage")
@ViewScoped
public class PlanPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PaymentPlans plans;

    @Inject
    Timeline timeline;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private long id;
    private Optional<PaymentPlanView> plan = Optional.empty();
    private List<HistoryDay> history = List.of();
    private final Map<String, String> values = new HashMap<>();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_PAYMENT_PLAN);
        PaymentPlanView view = plans.find(id).orElseThrow(this::absent);
        plan = Optional.of(view);
        texts.timesOf(view.entityId());
        if (shell.may(Permission.READ_CUSTOMER.wireName())) {
            history = HistoryDay.of(timeline.ofDocument(view.customerId(), id), texts);
        }
    }

    /** Cancels the plan as it is shown, for the reason that was typed. */
    public void cancel() {
        try {
            plans.cancel(id, getPlan().version(), Typed.text(values.get("reason")));
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
            return;
        }
        notices.done(texts.of("plan.cancelled"));
        notices.go("/payment-plan.xhtml?id=" + id);
    }

    private AppException absent() {
        return new AppException(
                ErrorKind.ABSENT, "PAYMENT_PLAN_NOT_FOUND", texts.of("plan.notFound", Long.toString(id)));
    }

    /** The plan. */
    public PaymentPlanView getPlan() {
        return plan.orElseThrow(this::absent);
    }

    /** What the page is called. */
    public String getTitle() {
        return texts.of("plan.title", Long.toString(id));
    }

    /** What happened to it, newest first, by day. */
    public List<HistoryDay> getHistory() {
        return history;
    }

    /** What stands in the inputs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the plan. */
    public long getId() {
        return id;
    }

    /** Sets the id of the plan. */
    public void setId(long value) {
        id = value;
    }
}
