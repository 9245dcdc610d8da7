package org.kontor.paymentplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kontor.customer.FieldCheck;
import org.kontor.paymentplan.PlanSchedule.Instalment;
import org.kontor.receivable.Amounts;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** What can be agreed. */
final class PlanRules {

    private static final int MOST_INVOICES = 500;

    private PlanRules() {}

    /**
     * What was checked.
     *
     * @param invoices what the plan is about
     * @param total what is open of it
     * @param instalments what is to be paid when
     * @param interval how far they are apart
     * @param note for staff
     */
    record Checked(
            List<PlanCandidate> invoices,
            BigDecimal total,
            List<Instalment> instalments,
            PlanInterval interval,
            String note) {

        long entityId() {
            return invoices.get(0).entityId();
        }

        String currency() {
            return invoices.get(0).currency();
        }
    }

    /**
     * Checks the invoices that a draft names, before anything else: the other rules need their currency.
     *
     * @param open the open invoices of the customer by id
     */
    static List<PlanCandidate> invoices(PaymentPlanDraft draft, Map<Long, PlanCandidate> open) {
        FieldCheck fields = new FieldCheck();
        List<Long> ids = List.copyOf(new TreeSet<>(draft.invoiceIds()));
        if (ids.isEmpty()) {
            fields.refuse("invoiceIds", "REQUIRED", "Choose at least one open invoice.");
        } else if (ids.size() > MOST_INVOICES) {
            fields.refuse("invoiceIds", "TOO_MANY", "Choose at most 500 invoices.");
        } else {
            ids.forEach(id -> check(fields, id, Optional.ofNullable(open.get(id))));
        }
        refuse(fields);
        List<PlanCandidate> chosen = ids.stream().map(open::get).toList();
        if (chosen.stream().map(PlanCandidate::currency).distinct().count() > 1) {
            fields.refuse("invoiceIds", "CURRENCIES_DIFFER", "Choose invoices in one currency.");
        }
        if (chosen.stream().map(PlanCandidate::entityId).distinct().count() > 1) {
            fields.refuse("invoiceIds", "ENTITIES_DIFFER", "Choose invoices of one company entity.");
        }
        refuse(fields);
        return chosen;
    }

    private static void check(FieldCheck fields, long id, Optional<PlanCandidate> invoice) {
        if (invoice.isEmpty()) {
            fields.refuse(
                    "invoiceIds",
                    "NOT_OPEN",
                    "Leave invoice " + id + " out: this customer owes nothing on one with that id.");
        } else if (invoice.get().disputed()) {
            fields.refuse(
                    "invoiceIds",
                    "DISPUTED",
                    "Leave " + invoice.get().number() + " out, or resolve its dispute first.");
        } else if (invoice.get().planId().isPresent()) {
            fields.refuse(
                    "invoiceIds",
                    "IN_PAYMENT_PLAN",
                    "Leave " + invoice.get().number() + " out, or cancel the payment plan that it is in first.");
        }
    }

    /**
     * Checks everything else.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule; {@link ErrorKind#CONFLICT} when what is
     *     open is not what the caller saw
     */
    static Checked check(PaymentPlanDraft draft, List<PlanCandidate> invoices, LocalDate today) {
        String currency = invoices.get(0).currency();
        BigDecimal total = invoices.stream().map(PlanCandidate::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (draft.total().filter(seen -> seen.compareTo(total) != 0).isPresent()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "CHANGED_MEANWHILE",
                    "Look at the instalments again: what is open of these invoices has changed.");
        }
        FieldCheck fields = new FieldCheck();
        String note = fields.lines("note", draft.note(), 1_000);
        Optional<LocalDate> first = first(fields, draft, today);
        if (draft.interval().isEmpty()) {
            fields.refuse("interval", "REQUIRED", "Choose how far the instalments are apart.");
        }
        Optional<BigDecimal> down = draft.downPayment().map(amount -> amount(fields, "downPayment", amount, currency));
        if (down.filter(amount -> amount.compareTo(total) >= 0).isPresent()) {
            fields.refuse("downPayment", "TOO_LARGE", "Enter less than what is open in all.");
        }
        refuse(fields);
        List<BigDecimal> parts = parts(fields, draft, total.subtract(down.orElse(BigDecimal.ZERO)), currency);
        refuse(fields);
        PlanInterval interval = draft.interval().orElseThrow();
        return new Checked(
                invoices, total, PlanSchedule.of(down, today, parts, first.orElseThrow(), interval), interval, note);
    }

    private static Optional<LocalDate> first(FieldCheck fields, PaymentPlanDraft draft, LocalDate today) {
        Optional<LocalDate> first = draft.firstDate();
        if (first.isEmpty()) {
            fields.refuse("firstDate", "REQUIRED", "Choose the day of the first instalment.");
        } else if (first.get().isBefore(today)) {
            fields.refuse("firstDate", "IN_PAST", "Choose today or a later day.");
        } else if (first.get().isAfter(today.plusYears(1))) {
            fields.refuse("firstDate", "TOO_LATE", "Choose a day within a year from today.");
        }
        return first;
    }

    private static List<BigDecimal> parts(FieldCheck fields, PaymentPlanDraft draft, BigDecimal rest, String currency) {
        if (draft.instalments().isPresent() == draft.instalmentAmount().isPresent()) {
            fields.refuse(
                    "instalments", "REQUIRED", "Enter how many instalments there are, or how much each is; not both.");
            return List.of();
        }
        if (draft.instalments().isPresent()) {
            int number = draft.instalments().get();
            if (number < 1 || number > PlanSchedule.MOST) {
                fields.refuse("instalments", "OUT_OF_RANGE", "Enter a number from 1 to 120.");
                return List.of();
            }
            Optional<List<BigDecimal>> parts = PlanSchedule.parts(rest, currency, number);
            if (parts.isEmpty()) {
                fields.refuse("instalments", "TOO_MANY", "Enter fewer: not every instalment would be more than zero.");
            }
            return parts.orElse(List.of());
        }
        BigDecimal each =
                amount(fields, "instalmentAmount", draft.instalmentAmount().get(), currency);
        if (each.signum() == 0) {
            return List.of();
        }
        Optional<List<BigDecimal>> parts = PlanSchedule.pieces(rest, currency, each);
        if (parts.isEmpty()) {
            fields.refuse(
                    "instalmentAmount",
                    "TOO_SMALL",
                    "Enter a larger amount: there would be more than 120 instalments.");
        }
        return parts.orElse(List.of());
    }

    /** An amount more than zero in the digits of the currency; zero when it was refused. */
    private static BigDecimal amount(FieldCheck fields, String field, BigDecimal amount, String currency) {
        return Amounts.positive(fields, field, Optional.of(amount), currency);
    }

    private static void refuse(FieldCheck fields) {
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
    }
}
