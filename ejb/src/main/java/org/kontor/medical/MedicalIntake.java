package org.kontor.medical;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * Takes answers and gives none: for services that check their own permissions, such as the kiosk, where a customer answers
 * and nobody may read (S3-03).
 */
@ApplicationScoped
public class MedicalIntake {

    private static final int TEXT_MAX = 2_000;

    @PersistenceContext(unitName = "kontor")
    EntityManager entityManager;

    @Inject
    MedicalRecords records;

    @Inject
    CustomerGate gate;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** What is to be asked now, in order. */
    public List<MedicalQuestionView> questions() {
        return MedicalQuestions.all(entityManager).stream()
                .filter(MedicalQuestionView::active)
                .toList();
    }

    /**
     * Stores the answers of somebody who was asked all questions.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} as for {@link #add}, and with
     *     field {@code medicalConditions} for each required question without an answer
     */
    public void answerAll(long customerId, List<MedicalConditionDraft> answers) {
        checkAll(answers);
        add(customerId, answers);
    }

    /**
     * What {@link #answerAll} would refuse, for somebody of whom nothing is to be stored.
     *
     * @throws AppException {@link ErrorKind#INVALID}
     */
    public void checkAll(List<MedicalConditionDraft> answers) {
        Set<String> answered = new HashSet<>();
        answers.forEach(answer -> answered.add(key(answer.condition())));
        List<FieldError> missing = questions().stream()
                .filter(question -> question.required() && !answered.contains(key(question.name())))
                .map(question -> new FieldError(
                        "medicalConditions", "REQUIRED", "Answer the question about: " + question.name() + "."))
                .toList();
        if (!missing.isEmpty()) {
            throw AppException.invalid(missing);
        }
        understood(answers);
    }

    /**
     * Stores answers; one to a question that was answered before takes its place.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} for a question that is not asked
     *     or an answer that does not fit it: then nothing is stored. The fields are {@code medicalConditions[i].answer} and so on
     */
    public void add(long customerId, List<MedicalConditionDraft> answers) {
        gate.lock(customerId);
        Map<Long, StoredAnswer> stored = records.read(customerId);
        understood(answers).forEach(answer -> stored.put(answer.question(), answer));
        records.write(customerId, stored);
        log.write("medical.changed", "customer " + customerId);
    }

    private List<StoredAnswer> understood(List<MedicalConditionDraft> answers) {
        List<MedicalQuestionView> asked = questions();
        List<FieldError> errors = new ArrayList<>();
        List<StoredAnswer> understood = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            String field = "medicalConditions[" + i + "]";
            check(answers.get(i), asked, field, errors).ifPresent(understood::add);
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return understood;
    }

    /**
     * Takes the answers of one customer over to another, who is the same person. What is on file stays on file: a later no does not
     * take an earlier yes away, and two texts are kept both. The former customer has no answers afterwards.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for either customer
     */
    public void takeOver(long fromCustomer, long toCustomer) {
        gate.lock(toCustomer);
        gate.lock(fromCustomer);
        Map<Long, StoredAnswer> added = records.read(fromCustomer);
        if (added.isEmpty()) {
            return;
        }
        Map<Long, StoredAnswer> stored = records.read(toCustomer);
        added.forEach((question, answer) -> stored.merge(question, answer, StoredAnswer::united));
        records.write(toCustomer, stored);
        log.write("medical.changed", "customer " + toCustomer);
        forget(fromCustomer);
    }

    /**
     * Removes the answers of a customer who is about to be removed.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    public void forget(long customerId) {
        gate.lock(customerId);
        if (records.remove(customerId)) {
            log.write("medical.removed", "customer " + customerId);
        }
    }

    private Optional<StoredAnswer> check(
            MedicalConditionDraft draft, List<MedicalQuestionView> asked, String field, List<FieldError> errors) {
        Optional<MedicalQuestionView> found = asked.stream()
                .filter(question -> key(question.name()).equals(key(draft.condition())))
                .findFirst();
        if (found.isEmpty()) {
            errors.add(new FieldError(
                    field + ".condition", "UNKNOWN_VALUE", "Choose one of the conditions that are asked for."));
            return Optional.empty();
        }
        FieldCheck fields = new FieldCheck();
        if (draft.type().filter(type -> type != found.get().type()).isPresent()) {
            fields.refuse(field + ".type", "UNKNOWN_VALUE", "Give the type that the question has, or none.");
        }
        String text = fields.lines(field + ".text", draft.text(), TEXT_MAX);
        switch (found.get().input()) {
            case YES_NO, YES_NO_TEXT -> {
                if (draft.answer().isEmpty()) {
                    fields.refuse(field + ".answer", "REQUIRED", "Answer yes or no.");
                }
                if (found.get().input() == MedicalInput.YES_NO && !text.isEmpty()) {
                    fields.refuse(field + ".text", "NOT_ALLOWED", "Leave the text out: this is answered by yes or no.");
                }
            }
            case TEXT -> {
                if (draft.answer().isPresent()) {
                    fields.refuse(
                            field + ".answer", "NOT_ALLOWED", "Leave yes and no out: this is answered by a text.");
                }
                if (text.isEmpty() && found.get().required()) {
                    fields.refuse(field + ".text", "REQUIRED", "Write an answer, such as none.");
                }
            }
        }
        errors.addAll(fields.errors());
        return fields.errors().isEmpty()
                ? Optional.of(new StoredAnswer(
                        found.get().id(),
                        draft.answer(),
                        text,
                        clock.instant(),
                        CallerContext.current().login()))
                : Optional.empty();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
