package org.kontor.medical;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** The questions that customers are asked: added, changed, ordered, retired. */
@Stateless
public class MedicalQuestions {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "kontor")
    EntityManager entityManager;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** All questions in the order of asking, retired ones too. */
    @Requires(Permission.READ_SETTINGS)
    public List<MedicalQuestionView> list() {
        return all(entityManager);
    }

    /** The question with this id. */
    @Requires(Permission.READ_SETTINGS)
    public Optional<MedicalQuestionView> find(long id) {
        return Optional.ofNullable(entityManager.find(MedicalQuestion.class, id))
                .map(MedicalQuestion::view);
    }

    /**
     * Adds a question.
     *
     * @throws AppException {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} for a name that is taken
     */
    @Requires(Permission.WRITE_SETTINGS)
    public MedicalQuestionView add(MedicalQuestionDraft draft) {
        List<MedicalQuestionView> present = all(entityManager);
        if (present.size() >= MOST) {
            throw AppException.invalid(
                    "name", "TOO_MANY", "Rename a retired question: there are at most " + MOST + ".");
        }
        MedicalQuestionDraft checked = check(draft, 0, present);
        int end = present.stream().mapToInt(MedicalQuestionView::order).max().orElse(0) + 1;
        MedicalQuestion question = new MedicalQuestion(checked.input(), now(), login());
        question.revise(checked, checked.order().orElse(end), now(), login());
        entityManager.persist(question);
        flush();
        log.write("medical-question.added", checked.name());
        return question.view();
    }

    /**
     * Replaces what is said of a question. How it is answered does not change: answers are on file. To ask no more, set it inactive.
     *
     * @throws AppException as for {@link #add}; {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public MedicalQuestionView revise(long id, long expectedVersion, MedicalQuestionDraft draft) {
        MedicalQuestion question = Optional.ofNullable(entityManager.find(MedicalQuestion.class, id))
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "QUESTION_NOT_FOUND",
                        "Look for another question: there is none with id " + id + "."));
        MedicalQuestionView before = question.view();
        if (before.version() != expectedVersion) {
            throw AppException.stale();
        }
        MedicalQuestionDraft checked = check(draft, id, all(entityManager));
        if (checked.input() != before.input()) {
            throw AppException.invalid(
                    "input",
                    "READ_ONLY",
                    "Retire this question and add another: answers are on file as " + before.input() + ".");
        }
        question.revise(checked, checked.order().orElse(before.order()), now(), login());
        flush();
        log.write("medical-question.changed", checked.name());
        return question.view();
    }

    static List<MedicalQuestionView> all(EntityManager entityManager) {
        return entityManager
                .createQuery("select q from MedicalQuestion q order by q.position, q.id", MedicalQuestion.class)
                .getResultStream()
                .map(MedicalQuestion::view)
                .toList();
    }

    private static MedicalQuestionDraft check(MedicalQuestionDraft draft, long id, List<MedicalQuestionView> present) {
        FieldCheck fields = new FieldCheck();
        String name = fields.line("name", draft.name(), 100);
        if (name.isEmpty()) {
            fields.refuse("name", "REQUIRED", "Say what is asked for, such as Latex allergy.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        if (present.stream().anyMatch(q -> q.id() != id && q.name().equalsIgnoreCase(name))) {
            String message = "Choose another name: there is a question with this one.";
            throw new AppException(
                    ErrorKind.CONFLICT, "NAME_TAKEN", message, List.of(new FieldError("name", "NAME_TAKEN", message)));
        }
        return new MedicalQuestionDraft(
                name, draft.type(), draft.input(), draft.required(), draft.order(), draft.active());
    }

    private void flush() {
        try {
            entityManager.flush();
        } catch (OptimisticLockException e) {
            throw AppException.stale(e);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static String login() {
        return CallerContext.current().login();
    }
}
