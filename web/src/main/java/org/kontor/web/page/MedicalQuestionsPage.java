package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.medical.MedicalInput;
import org.kontor.medical.MedicalQuestionDraft;
import org.kontor.medical.MedicalQuestionView;
import org.kontor.medical.MedicalQuestions;
import org.kontor.medical.MedicalType;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The medical questions that customers are asked: added, ordered, retired. */
@Named("medicalQuestionsPage")
@ViewScoped
public class MedicalQuestionsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    MedicalQuestions service;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private String name = "";
    private MedicalType type = MedicalType.CONDITION;
    private MedicalInput input = MedicalInput.YES_NO;
    private boolean required;
    private final FieldErrors errors = new FieldErrors();
    private List<MedicalQuestionView> questions = List.of();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_SETTINGS);
        questions = service.list();
    }

    /** Adds what was typed. */
    public void add() {
        errors.clear();
        try {
            service.add(new MedicalQuestionDraft(name, type, input, required, Optional.empty(), Optional.empty()));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            errors.show(e.errors(), texts);
            return;
        }
        name = "";
        required = false;
        notices.done(texts.of("medicalQuestions.added"));
        open();
    }

    /** Asks a question no more, or again. */
    public void toggle(MedicalQuestionView question) {
        save(question, question.order(), !question.active());
    }

    /** Lets a question be asked before the one that stands above it. */
    public void up(MedicalQuestionView question) {
        int at = questions.indexOf(question);
        if (at > 0) {
            MedicalQuestionView above = questions.get(at - 1);
            int place = above.order() == question.order() ? question.order() - 1 : above.order();
            save(question, place, question.active());
            save(above, place + 1, above.active());
        }
    }

    private void save(MedicalQuestionView question, int order, boolean active) {
        service.revise(
                question.id(),
                question.version(),
                new MedicalQuestionDraft(
                        question.name(),
                        question.type(),
                        question.input(),
                        question.required(),
                        Optional.of(order),
                        Optional.of(active)));
        open();
    }

    /** Questions in the order of asking, retired ones too. */
    public List<MedicalQuestionView> getQuestions() {
        return questions;
    }

    /** Kinds of conditions to choose from. */
    public MedicalType[] getTypes() {
        return MedicalType.values();
    }

    /** Kinds of answers to choose from. */
    public MedicalInput[] getInputs() {
        return MedicalInput.values();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** What the new question asks for. */
    public String getName() {
        return name;
    }

    /** Sets what the new question asks for. */
    public void setName(@Nullable String value) {
        name = value == null ? "" : value;
    }

    /** Kind of the new question. */
    public MedicalType getType() {
        return type;
    }

    /** Sets the kind of the new question. */
    public void setType(MedicalType value) {
        type = value;
    }

    /** How the new question is answered. */
    public MedicalInput getInput() {
        return input;
    }

    /** Sets how the new question is answered. */
    public void setInput(MedicalInput value) {
        input = value;
    }

    /** Whether the new question must be answered. */
    public boolean isRequired() {
        return required;
    }

    /** Sets whether the new question must be answered. */
    public void setRequired(boolean value) {
        required = value;
    }
}
