package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.medical.MedicalAnswer;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalConditionView;
import org.kontor.medical.MedicalConditions;
import org.kontor.medical.MedicalQuestionView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * Medical conditions of the customer that the record page shows (S3-38). How many there are stands beside the record; what they
 * are is read, and audited, when the tab is opened and not before. Nothing of it is kept between requests.
 */
@Named("medicalTab")
@RequestScoped
public class MedicalTab {

    @Inject
    MedicalConditions conditions;

    @Inject
    CustomerPage page;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private String condition = "";
    private String answer = "";
    private String text = "";
    private final FieldErrors errors = new FieldErrors();
    private Optional<Integer> onFile = Optional.empty();
    private @Nullable List<MedicalConditionView> file;

    @PostConstruct
    void open() {
        onFile = conditions.onFile(page.getId());
    }

    /** Stores what was typed. */
    public void save() {
        errors.clear();
        try {
            conditions.answer(
                    page.getId(),
                    new MedicalConditionDraft(
                            condition,
                            answer.isEmpty() ? Optional.empty() : Optional.of(MedicalAnswer.valueOf(answer)),
                            text));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            errors.show(
                    e.errors().stream()
                            .map(error -> new FieldError(
                                    error.field().substring(error.field().lastIndexOf('.') + 1),
                                    error.code(),
                                    error.message()))
                            .toList(),
                    texts);
            return;
        }
        condition = "";
        answer = "";
        text = "";
        file = null;
        notices.done(texts.of("medical.saved"));
    }

    /** Takes one from the file. */
    public void remove(MedicalConditionView view) {
        conditions.remove(page.getId(), view.id());
        file = null;
        notices.done(texts.of("medical.removed"));
    }

    /** Whether anything is said of them at all (S3-41). */
    public boolean isShown() {
        return onFile.isPresent();
    }

    /** How many are on file. */
    public int getOnFile() {
        return onFile.orElse(0);
    }

    /** Whether the reader may see what they are (S3-39). */
    public boolean isAllowed() {
        return shell.may(Permission.MEDICAL_CUSTOMER.wireName());
    }

    /** Those on file; read once in a request. */
    public List<MedicalConditionView> getFile() {
        List<MedicalConditionView> read = file;
        if (read == null) {
            read = conditions.ofCustomer(page.getId());
            file = read;
        }
        return read;
    }

    /** What can be answered. */
    public List<MedicalQuestionView> getQuestions() {
        return conditions.questions();
    }

    /** What is wrong with the answer. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Name of the question. */
    public String getCondition() {
        return condition;
    }

    /** Sets the name of the question. */
    public void setCondition(@Nullable String value) {
        condition = value == null ? "" : value;
    }

    /** Yes, no or nothing. */
    public String getAnswer() {
        return answer;
    }

    /** Sets yes, no or nothing. */
    public void setAnswer(@Nullable String value) {
        answer = value == null ? "" : value;
    }

    /** Text of the answer. */
    public String getText() {
        return text;
    }

    /** Sets the text of the answer. */
    public void setText(@Nullable String value) {
        text = value == null ? "" : value;
    }
}
