package org.kontor.cadence;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.customer.FieldCheck;
import org.kontor.customer.Owners;
import org.kontor.shared.AppException;

/** What a cadence must be. Pure: it needs no database. */
final class CadenceRules {

    private static final int NAME_MAX = 100;
    private static final int DESCRIPTION_MAX = 1000;
    static final int SUBJECT_MAX = 200;
    static final int TEXT_MAX = 20_000;
    private static final int STEPS_MAX = 50;
    private static final int COPIES_MAX = 20;
    private static final int DAYS_MAX = 999;
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("1000000000000");

    private CadenceRules() {}

    /**
     * The draft as it is stored.
     *
     * @param known ids of the steps that there are
     * @throws AppException {@link org.kontor.shared.ErrorKind#INVALID} naming each field
     */
    static CadenceDraft check(CadenceDraft draft, Set<Long> known) {
        FieldCheck fields = new FieldCheck();
        String name = fields.line("name", draft.name(), NAME_MAX);
        if (name.isEmpty()) {
            fields.refuse("name", "REQUIRED", "Give the cadence a name.");
        }
        String description = fields.lines("description", draft.description(), DESCRIPTION_MAX);
        if (draft.byDefault() && !draft.active()) {
            fields.refuse("byDefault", "NOT_ACTIVE", "Set it active, or let another one be the default.");
        }
        if (draft.steps().size() > STEPS_MAX) {
            fields.refuse("steps", "TOO_MANY", "Leave it at " + STEPS_MAX + " steps.");
        }
        Set<Long> seen = new HashSet<>();
        List<CadenceStepDraft> steps = new java.util.ArrayList<>();
        for (int i = 0; i < draft.steps().size(); i++) {
            CadenceStepDraft step = draft.steps().get(i);
            String at = "steps[" + i + "].";
            if (step.id().filter(id -> !known.contains(id) || !seen.add(id)).isPresent()) {
                fields.refuse(at + "id", "STEP_UNKNOWN", "Name each step of this cadence once, a new one without id.");
            }
            steps.add(step(fields, at, step));
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return new CadenceDraft(name, description, draft.active(), draft.byDefault(), steps);
    }

    private static CadenceStepDraft step(FieldCheck fields, String at, CadenceStepDraft step) {
        if (step.condition().isEmpty()) {
            fields.refuse(at + "condition", "REQUIRED", "Choose when the step is due.");
        }
        if (step.kind().isEmpty()) {
            fields.refuse(at + "kind", "REQUIRED", "Choose what the step does.");
        }
        CadenceCondition condition = step.condition().orElse(CadenceCondition.AFTER_ASSIGNED);
        StepKind kind = step.kind().orElse(StepKind.REMINDER);
        int days = condition.takesDays() ? step.days().orElse(0) : 0;
        if (days < 0 || days > DAYS_MAX) {
            fields.refuse(at + "days", "OUT_OF_RANGE", "Choose 0 to " + DAYS_MAX + " days.");
        }
        amount(fields, at, step, condition);
        String subject = fields.line(at + "subject", step.subject(), SUBJECT_MAX);
        String text = fields.lines(at + "text", step.text(), TEXT_MAX);
        if (kind == StepKind.SMS && !subject.isEmpty()) {
            fields.refuse(at + "subject", "NOT_ALLOWED", "Leave the subject empty: a text message has none.");
        } else if (kind != StepKind.SMS && kind != StepKind.LETTER && subject.isEmpty()) {
            fields.refuse(at + "subject", "REQUIRED", "Write what it is about in one line.");
        }
        if (kind.isSent() && text.isEmpty()) {
            fields.refuse(at + "text", "REQUIRED", "Write the text of the message.");
        }
        places(fields, at + "subject", subject, condition, true);
        places(fields, at + "text", text, condition, false);
        return new CadenceStepDraft(
                step.id(),
                Optional.of(condition),
                condition.takesDays() ? Optional.of(days) : Optional.empty(),
                condition.takesAmount() ? step.amount() : Optional.empty(),
                Optional.of(kind),
                subject,
                text,
                kind.isSent() && step.automatic(),
                step.attachInvoice() && condition.aboutInvoice() && (kind == StepKind.EMAIL || kind == StepKind.LETTER),
                kind == StepKind.EMAIL ? copies(fields, at, step.copies()) : List.of());
    }

    private static void amount(FieldCheck fields, String at, CadenceStepDraft step, CadenceCondition condition) {
        if (!condition.takesAmount()) {
            return;
        }
        if (step.amount().isEmpty()) {
            fields.refuse(at + "amount", "REQUIRED", "Write the amount that the balance must exceed.");
        } else if (step.amount().get().signum() < 0
                || step.amount().get().compareTo(AMOUNT_MAX) >= 0
                || step.amount().get().stripTrailingZeros().scale() > 4) {
            fields.refuse(
                    at + "amount", "OUT_OF_RANGE", "Write an amount of 0 or more with at most four decimal places.");
        }
    }

    private static void places(
            FieldCheck fields, String field, String text, CadenceCondition condition, boolean oneLine) {
        List<String> known = Placeholder.of(condition).stream()
                .filter(each -> !oneLine || each != Placeholder.OPEN_INVOICES)
                .map(Placeholder::text)
                .toList();
        Placeholder.in(text).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> fields.refuse(
                        field,
                        "PLACEHOLDER_UNKNOWN",
                        "Use another placeholder than {" + name + "} here: "
                                + known.stream().map(each -> "{" + each + "}").collect(Collectors.joining(", "))
                                + "."));
    }

    private static List<String> copies(FieldCheck fields, String at, List<String> copies) {
        if (copies.size() > COPIES_MAX) {
            fields.refuse(at + "copies", "TOO_MANY", "Leave it at " + COPIES_MAX + " copies.");
        }
        return copies.stream()
                .map(String::strip)
                .filter(copy -> !copy.isEmpty())
                .map(copy -> part(copy).isPresent() ? copy : fields.email(at + "copies", copy))
                .distinct()
                .toList();
    }

    /** The part of an owner that a copy goes to; empty for an address. */
    static Optional<Owners.Part> part(String copy) {
        return Arrays.stream(Owners.Part.values())
                .filter(part -> part.field().equals(copy))
                .findFirst();
    }
}
