package org.kontor.web.page;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.cadence.CadenceCondition;
import org.kontor.cadence.CadenceStepDraft;
import org.kontor.cadence.StepKind;

/** What stands in the inputs of one step of a cadence. */
public class StepForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private long id;
    private CadenceCondition condition = CadenceCondition.AFTER_DUE;
    private String days = "0";
    private String amount = "";
    private StepKind kind = StepKind.EMAIL;
    private String subject = "";
    private String text = "";
    private boolean automatic;
    private boolean attachInvoice;
    private String copies = "";

    /** Inputs of a new step, which is reviewed before it is sent. */
    StepForm() {}

    /** Inputs of a step. */
    StepForm(CadenceStepDraft draft, Texts texts) {
        id = draft.id().orElse(0L);
        condition = draft.condition().orElse(condition);
        days = Integer.toString(draft.days().orElse(0));
        amount = draft.amount().map(texts::typed).orElse("");
        kind = draft.kind().orElse(kind);
        subject = draft.subject();
        text = draft.text();
        automatic = draft.automatic();
        attachInvoice = draft.attachInvoice();
        copies = String.join(", ", draft.copies());
    }

    /** What the inputs say; {@code typed} collects what cannot be read. */
    CadenceStepDraft draft(String at, Typed typed) {
        Optional<BigDecimal> number = condition.takesDays() ? typed.amount(at + "days", days) : Optional.empty();
        return new CadenceStepDraft(
                id == 0 ? Optional.empty() : Optional.of(id),
                Optional.of(condition),
                // What is no whole number of days is refused as one that is out of range.
                number.map(n -> n.stripTrailingZeros().scale() <= 0 && n.precision() <= 9 ? n.intValue() : -1),
                condition.takesAmount() ? typed.amount(at + "amount", amount) : Optional.empty(),
                Optional.of(kind),
                kind == StepKind.SMS ? "" : subject,
                text,
                automatic,
                attachInvoice,
                copies.isBlank() ? List.of() : Arrays.asList(copies.strip().split("\\s*[,;]\\s*")));
    }

    /** Id of the step; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** When it is due. */
    public CadenceCondition getCondition() {
        return condition;
    }

    /** Sets when it is due. */
    public void setCondition(CadenceCondition value) {
        condition = value;
    }

    /** Days before or after. */
    public String getDays() {
        return days;
    }

    /** Sets the days. */
    public void setDays(@Nullable String value) {
        days = Typed.text(value);
    }

    /** Amount that the balance exceeds. */
    public String getAmount() {
        return amount;
    }

    /** Sets the amount. */
    public void setAmount(@Nullable String value) {
        amount = Typed.text(value);
    }

    /** What it does. */
    public StepKind getKind() {
        return kind;
    }

    /** Sets what it does. */
    public void setKind(StepKind value) {
        kind = value;
    }

    /** Subject, with placeholders. */
    public String getSubject() {
        return subject;
    }

    /** Sets the subject. */
    public void setSubject(@Nullable String value) {
        subject = Typed.text(value);
    }

    /** Text, with placeholders. */
    public String getText() {
        return text;
    }

    /** Sets the text. */
    public void setText(@Nullable String value) {
        text = Typed.text(value);
    }

    /** Whether it is sent without review. */
    public boolean isAutomatic() {
        return automatic;
    }

    /** Sets whether it is sent without review. */
    public void setAutomatic(boolean value) {
        automatic = value;
    }

    /** Whether the invoice goes along. */
    public boolean isAttachInvoice() {
        return attachInvoice;
    }

    /** Sets whether the invoice goes along. */
    public void setAttachInvoice(boolean value) {
        attachInvoice = value;
    }

    /** Whether an invoice can go along. */
    public boolean isAttaching() {
        return condition.aboutInvoice() && (kind == StepKind.EMAIL || kind == StepKind.LETTER);
    }

    /** Who gets copies, separated by commas. */
    public String getCopies() {
        return copies;
    }

    /** Sets who gets copies. */
    public void setCopies(@Nullable String value) {
        copies = Typed.text(value);
    }
}
