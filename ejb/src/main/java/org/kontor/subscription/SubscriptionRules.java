package org.kontor.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kontor.customer.FieldCheck;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceLineView;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.PricedView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** What a subscription may say. What an invoice has too is checked as that of an invoice. */
@ApplicationScoped
class SubscriptionRules {

    private static final int MOST_LINES = 100;

    @Inject
    Invoices invoices;

    /**
     * A subscription that may be stored.
     *
     * @param draft with everything filled in that was left out
     * @param nets what each line comes to in a period without tax
     */
    record Checked(SubscriptionDraft draft, List<BigDecimal> nets) {}

    /**
     * The draft filled in and checked.
     *
     * @param today the date in the company entity
     * @param before what is changed; empty for a new one
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule
     */
    Checked check(long customerId, SubscriptionDraft draft, LocalDate today, Optional<SubscriptionView> before) {
        FieldCheck fields = new FieldCheck();
        String description = fields.line("description", draft.description(), 200);
        if (description.isEmpty()) {
            fields.refuse("description", "REQUIRED", "Say what it is, such as Hosting.");
        }
        if (draft.interval().isEmpty()) {
            fields.refuse("interval", "REQUIRED", "Choose how far the invoices are apart.");
        }
        between(fields, "every", draft.every(), 1, 60);
        between(fields, "trialDays", draft.trialDays(), 0, 730);
        between(fields, "invoices", draft.invoices(), 1, 999);
        between(fields, "dueDays", draft.dueDays(), 0, 365);
        start(fields, draft, today, before);
        before.ifPresent(seen -> agrees(fields, draft, seen));
        lines(fields, draft);
        List<FieldError> errors = new ArrayList<>(fields.errors());
        Optional<PricedView> priced = priced(customerId, draft, today, errors);
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return filled(draft, description, priced.orElseThrow());
    }

    /** What all lines come to on an invoice, by the rules of invoices. */
    private Optional<PricedView> priced(
            long customerId, SubscriptionDraft draft, LocalDate today, List<FieldError> errors) {
        boolean soon = draft.dueDays().filter(days -> days >= 0 && days <= 365).isPresent();
        try {
            return Optional.of(invoices.preview(
                    DocumentKind.INVOICE,
                    new InvoiceDraft(
                            customerId,
                            Optional.of(InvoiceStatus.DRAFT),
                            "",
                            draft.currency(),
                            Optional.of(today),
                            soon ? draft.dueDays().map(today::plusDays) : Optional.empty(),
                            draft.terms(),
                            draft.notes(),
                            draft.template(),
                            draft.purchaseOrder(),
                            Optional.empty(),
                            Optional.empty(),
                            draft.lines().stream()
                                    .map(line -> line.line(line.description()))
                                    .toList())));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            errors.addAll(e.errors());
            return Optional.empty();
        }
    }

    private static void start(
            FieldCheck fields, SubscriptionDraft draft, LocalDate today, Optional<SubscriptionView> before) {
        Optional<LocalDate> start = draft.billingStart();
        if (start.isEmpty()) {
            fields.refuse("billingStart", "REQUIRED", "Choose the day from which on it is billed.");
        } else if (before.filter(seen -> seen.billingStart().equals(start.get()))
                .isEmpty()) {
            if (start.get().isBefore(today.minusYears(1))) {
                fields.refuse("billingStart", "TOO_EARLY", "Choose a day at most a year ago.");
            } else if (start.get().isAfter(today.plusYears(5))) {
                fields.refuse("billingStart", "TOO_LATE", "Choose a day within five years from today.");
            }
        }
    }

    /** What invoices were made by, or a cancellation counts from, does not change. */
    private static void agrees(FieldCheck fields, SubscriptionDraft draft, SubscriptionView seen) {
        if (seen.nextPeriod() > 0 || seen.cancelOn().isPresent()) {
            same(fields, "currency", draft.currency(), seen.currency());
            same(fields, "interval", draft.interval().orElse(seen.interval()), seen.interval());
            same(fields, "every", draft.every().orElse(1), seen.every());
            same(fields, "billingStart", draft.billingStart().orElse(seen.billingStart()), seen.billingStart());
            same(fields, "trialDays", draft.trialDays().orElse(0), seen.trialDays());
        }
        if (draft.invoices().filter(limit -> limit <= seen.made()).isPresent()) {
            fields.refuse("invoices", "TOO_FEW", "Enter more than " + seen.made() + ": so many were made.");
        }
    }

    private static void same(FieldCheck fields, String field, Object wanted, Object now) {
        if (!Objects.equals(wanted, now)) {
            fields.refuse(
                    field,
                    "READ_ONLY",
                    "Leave it as it is, or make another subscription: the days of this one are settled.");
        }
    }

    private static void lines(FieldCheck fields, SubscriptionDraft draft) {
        if (draft.lines().isEmpty()) {
            fields.refuse("lines", "REQUIRED", "Add at least one line.");
        } else if (draft.lines().size() > MOST_LINES) {
            fields.refuse("lines", "TOO_MANY", "Leave some lines out: a subscription has at most 100.");
        }
        for (int i = 0; i < draft.lines().size(); i++) {
            SubscriptionLineDraft line = draft.lines().get(i);
            if (line.description().length() > 950 && line.description().length() <= 1_000) {
                fields.refuse(
                        "lines[" + i + "].description",
                        "TOO_LONG",
                        "Shorten this to 950 characters: invoices add the period to it.");
            }
            if (line.endsOn()
                    .filter(end -> line.startsOn().filter(end::isBefore).isPresent())
                    .isPresent()) {
                fields.refuse("lines[" + i + "].endsOn", "BEFORE_START", "Choose a day on or after its first day.");
            }
        }
    }

    private static void between(FieldCheck fields, String field, Optional<Integer> value, int least, int most) {
        if (value.filter(number -> number < least || number > most).isPresent()) {
            fields.refuse(field, "OUT_OF_RANGE", "Enter a number from " + least + " to " + most + ".");
        }
    }

    private static Checked filled(SubscriptionDraft draft, String description, PricedView priced) {
        List<SubscriptionLineDraft> lines = new ArrayList<>();
        for (int i = 0; i < priced.lines().size(); i++) {
            InvoiceLineView line = priced.lines().get(i);
            SubscriptionLineDraft said = draft.lines().get(i);
            lines.add(new SubscriptionLineDraft(
                    line.itemCode(),
                    line.description(),
                    Optional.of(line.quantity()),
                    Optional.of(line.unitPrice()),
                    Optional.of(line.discount()),
                    line.taxCode(),
                    Optional.of(line.taxRate()),
                    Optional.of(said.once()),
                    said.startsOn(),
                    said.endsOn()));
        }
        return new Checked(
                new SubscriptionDraft(
                        description,
                        priced.currency(),
                        draft.interval(),
                        Optional.of(draft.every().orElse(1)),
                        draft.billingStart(),
                        Optional.of(draft.trialDays().orElse(0)),
                        draft.invoices(),
                        Optional.of(draft.issue().orElse(false)),
                        draft.dueDays(),
                        draft.terms().strip(),
                        draft.template().strip(),
                        draft.notes().strip(),
                        draft.purchaseOrder().strip(),
                        lines),
                priced.lines().stream().map(InvoiceLineView::net).toList());
    }
}
