package org.kontor.paymentplan;

/** What others ask of invoices in plans, as SQL. */
public final class PlannedInvoices {

    /** What is settled of the plan {@code plan}: what its invoices had open at the agreement, less what of that is open now. */
    static final String SETTLED = """
            (select coalesce(sum(greatest(x.agreed - o.open_amount, 0)), 0)
             from payment_plan_invoice x join open_item o on o.id = x.item_id where x.plan_id = plan.id)""";

    private PlannedInvoices() {}

    /**
     * A condition: an invoice is in a plan that is kept to, so that nobody need be reminded of it (S4-133). The plan was not cancelled and
     * no instalment is overdue.
     *
     * @param item SQL expression: id of its open item
     * @param today SQL expression: the date in the company entity of the customer
     */
    public static String keptTo(String item, String today) {
        return "exists (select from payment_plan_invoice px join payment_plan plan on plan.id = px.plan_id"
                + " where px.standing and px.item_id = " + item
                + " and not exists (select from payment_plan_instalment n where n.plan_id = plan.id and n.due_on < "
                + today
                + " and n.through > " + SETTLED + "))";
    }
}
