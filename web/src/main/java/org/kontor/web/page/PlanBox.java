package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.paymentplan.PaymentPlans;
import org.kontor.paymentplan.PlanCandidate;

/** What pages of a customer tell and offer of payment plans (S4-133). Fetched when first asked for. */
@Named("planBox")
@ViewScoped
public class PlanBox implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    PaymentPlans plans;

    @Inject
    ShellPage shell;

    private Optional<Boolean> any = Optional.empty();
    private Optional<Boolean> ready = Optional.empty();

    /** Whether the reader may see plans. */
    public boolean isAllowed() {
        return shell.may(Permission.READ_PAYMENT_PLAN.wireName());
    }

    /** Whether the reader may agree plans. */
    public boolean isOffered() {
        return isAllowed() && shell.may(Permission.WRITE_PAYMENT_PLAN.wireName());
    }

    /** Whether the reader may see plans, and the customer has one. */
    public boolean shown(long customer) {
        if (any.isEmpty()) {
            any = Optional.of(isAllowed() && plans.any(customer));
        }
        return any.get();
    }

    /** Whether something is open that can come into a plan. */
    public boolean ready(long customer) {
        if (ready.isEmpty()) {
            ready = Optional.of(
                    isOffered() && plans.candidates(customer).stream().anyMatch(PlanCandidate::free));
        }
        return ready.get();
    }

    /** The plans in which invoices are, by id of the invoice; none for whoever may not see plans. */
    public Map<Long, Long> plansOf(Collection<Long> invoices) {
        return isAllowed() ? plans.plansOf(invoices) : Map.of();
    }

    /** The plan in which an invoice is; 0 for none. */
    public long planOf(long invoice) {
        return plansOf(List.of(invoice)).getOrDefault(invoice, 0L);
    }

    /** Style of where a plan, or one of its instalments, stands. */
    public String style(Object state) {
        return switch (String.valueOf(state)) {
            case "PAID", "CLOSED" -> "k-status-open";
            case "PAST_DUE", "OVERDUE" -> "k-status-warn";
            case "CANCELLED" -> "k-status-closed";
            default -> "k-status-pending";
        };
    }
}
