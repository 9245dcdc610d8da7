package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.paymentplan.InstalmentState;
import org.kontor.paymentplan.PaymentPlanView;
import org.kontor.paymentplan.PaymentPlans;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Payment plans of the customer that the record page shows (S4-133). Fetched when the tab is first shown. */
@Named("plansTab")
@ViewScoped
public class PlansTab implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PaymentPlans plans;

    @Inject
    CustomerPage page;

    private Page<PaymentPlanView> shown = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void open() {
        shown = plans.ofCustomer(page.getId(), PageRequest.first());
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<PaymentPlanView> next =
                    plans.ofCustomer(page.getId(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Plans, the latest agreed first. */
    public List<PaymentPlanView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** How many instalments of a plan are paid. */
    public long paid(PaymentPlanView plan) {
        return plan.instalments().stream()
                .filter(each -> each.state() == InstalmentState.PAID)
                .count();
    }
}
