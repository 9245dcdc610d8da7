package org.kontor.medical;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * Shows and changes the medical conditions of a customer. Needs the permission for customers and {@code medical:customer}
 * beside it (S3-39); each reading is in the audit log (S3-42).
 */
@Stateless
public class MedicalConditions {

    @PersistenceContext(unitName = "kontor")
    EntityManager entityManager;

    @Inject
    MedicalRecords records;

    @Inject
    MedicalMerge merged;

    @Inject
    MedicalIntake intake;

    @Inject
    CustomerGate gate;

    @Inject
    CurrentSettings settings;

    @Inject
    AccessLog log;

    /**
     * How many conditions are on file; empty for somebody who may not even know that, as the company decided (S3-41, X-14).
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<Integer> onFile(long customerId) {
        gate.name(customerId);
        boolean counted = CallerContext.current().may(Permission.MEDICAL_CUSTOMER.wireName())
                || settings.text(CompanySetting.MEDICAL_WITHOUT_PERMISSION).equals("COUNT");
        return counted ? Optional.of(records.onFile(customerId)) : Optional.empty();
    }

    /**
     * The answers of a customer: by type, and within it in the order of asking.
     *
     * @throws AppException {@link ErrorKind#FORBIDDEN} without {@code medical:customer}; {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<MedicalConditionView> ofCustomer(long customerId) {
        mustBeAllowed();
        gate.name(customerId);
        log.write("medical.read", "customer " + customerId);
        return views(records.read(customerId));
    }

    /**
     * Answers as they were before merges that are in force.
     *
     * @param formerIds numbers of a customer and of those who became part of them
     * @throws AppException {@link ErrorKind#FORBIDDEN} without {@code medical:customer}; {@link ErrorKind#ABSENT} for the first, who is there
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<MedicalSetAside> setAside(List<Long> formerIds) {
        mustBeAllowed();
        gate.name(formerIds.get(0));
        log.write("medical.read", "customer " + formerIds.get(0));
        return merged.setAside(formerIds).entrySet().stream()
                .map(aside -> new MedicalSetAside(aside.getKey(), views(aside.getValue())))
                .toList();
    }

    private List<MedicalConditionView> views(Map<Long, StoredAnswer> answers) {
        return MedicalQuestions.all(entityManager).stream()
                .sorted(Comparator.comparing(MedicalQuestionView::type))
                .flatMap(question ->
                        Optional.ofNullable(answers.get(question.id())).map(answer -> view(answer, question)).stream())
                .toList();
    }

    /** What can be answered, in order. */
    @Requires(Permission.READ_CUSTOMER)
    public List<MedicalQuestionView> questions() {
        mustBeAllowed();
        return intake.questions();
    }

    /**
     * Stores an answer; one to the same question takes its place.
     *
     * @throws AppException as for {@link MedicalIntake#add}; {@link ErrorKind#FORBIDDEN} without {@code medical:customer}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void answer(long customerId, MedicalConditionDraft draft) {
        mustBeAllowed();
        intake.add(customerId, List.of(draft));
    }

    /**
     * Takes an answer from the file.
     *
     * @param questionId which one
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#FORBIDDEN} without {@code medical:customer}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void remove(long customerId, long questionId) {
        mustBeAllowed();
        gate.lock(customerId);
        Map<Long, StoredAnswer> answers = records.read(customerId);
        if (answers.remove(questionId) == null) {
            throw new AppException(
                    ErrorKind.ABSENT, "CONDITION_NOT_FOUND", "Look for another condition: this one is not on file.");
        }
        records.write(customerId, answers);
        log.write("medical.changed", "customer " + customerId);
    }

    private static void mustBeAllowed() {
        if (!CallerContext.current().may(Permission.MEDICAL_CUSTOMER.wireName())) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "PERMISSION_MISSING",
                    "This needs the permission medical:customer. Ask an administrator for it.");
        }
    }

    private static MedicalConditionView view(StoredAnswer answer, MedicalQuestionView question) {
        return new MedicalConditionView(
                question.id(),
                question.name(),
                question.type(),
                question.required(),
                answer.answer(),
                answer.text(),
                answer.at(),
                answer.by());
    }
}
