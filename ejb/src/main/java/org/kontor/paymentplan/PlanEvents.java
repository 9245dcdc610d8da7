package org.kontor.paymentplan;

import java.util.HashMap;
import java.util.Map;
import org.kontor.shared.DomainEvent;

/** What happened to payment plans, as history and subscribers are told. That one is settled, or overdue, follows and is no event. */
final class PlanEvents {

    private PlanEvents() {}

    /** Somebody did something to a plan. */
    static DomainEvent of(PaymentPlanView plan, String participle, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("documentId", Long.toString(plan.id()));
        details.put("number", "#" + plan.id());
        return new DomainEvent("payment-plan." + participle, plan.customerId(), Map.of(), details);
    }
}
