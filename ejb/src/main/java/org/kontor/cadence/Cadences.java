package org.kontor.cadence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Cadences: series of steps that somebody builds once, and that are put on customers. */
@Stateless
public class Cadences {

    @Inject
    CadenceRepository repository;

    @Inject
    ToDoTexts texts;

    @Inject
    CustomerGate gate;

    @Inject
    AccessLog log;

    /** All of them, by name. */
    @Requires(Permission.READ_CADENCE)
    public List<CadenceView> list() {
        return repository.list();
    }

    /** One by its id. */
    @Requires(Permission.READ_CADENCE)
    public Optional<CadenceView> find(long id) {
        return repository.find(id);
    }

    /**
     * Makes one.
     *
     * @throws AppException {@link ErrorKind#INVALID} naming each field
     */
    @Requires(Permission.WRITE_CADENCE)
    public CadenceView create(CadenceDraft draft) {
        CadenceDraft checked = CadenceRules.check(draft, Set.of());
        unlikeOthers(checked.name(), 0);
        long id = repository.add(checked);
        log.write("cadence.created", "cadence " + id);
        return existing(id);
    }

    /**
     * Changes one. Steps that were not sent follow: those of a step that is gone are cancelled, new ones are planned for every customer who
     * has it, by the next run of the job.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} naming each field
     */
    @Requires(Permission.WRITE_CADENCE)
    public CadenceView revise(long id, long version, CadenceDraft draft) {
        CadenceView before = current(id, version);
        CadenceDraft checked = CadenceRules.check(
                draft, before.steps().stream().map(CadenceStepView::id).collect(Collectors.toSet()));
        unlikeOthers(checked.name(), id);
        repository.revise(before, checked);
        log.write("cadence.changed", "cadence " + id);
        return existing(id);
    }

    /**
     * Removes one that no customer has.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} ({@code CADENCE_IN_USE})
     */
    @Requires(Permission.WRITE_CADENCE)
    public void delete(long id, long version) {
        current(id, version);
        if (!repository.delete(id)) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "CADENCE_IN_USE",
                    "Put another cadence on the customers who have this one, or set it inactive.");
        }
        log.write("cadence.deleted", "cadence " + id);
    }

    /**
     * A step as a customer would get it now, about the invoice or payment that it would be about, if there is one.
     *
     * @param id the cadence
     * @param stepId one of its steps
     * @param customerId the customer
     * @throws AppException {@link ErrorKind#ABSENT} for each of them
     */
    @Requires(Permission.READ_TO_DO)
    public StepPreview preview(long id, long stepId, long customerId) {
        CadenceStepView step = existing(id).steps().stream()
                .filter(each -> each.id() == stepId)
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "STEP_NOT_FOUND",
                        "Look for another step: the cadence has none with id " + stepId + "."));
        gate.name(customerId);
        return texts.preview(step, customerId);
    }

    private void unlikeOthers(String name, long id) {
        if (repository.named(name).filter(other -> other != id).isPresent()) {
            throw AppException.invalid("name", "NAME_TAKEN", "Choose another name: there is a cadence of this name.");
        }
    }

    private CadenceView current(long id, long version) {
        CadenceView now = repository.lock(id).orElseThrow(() -> absent(id));
        if (now.version() != version) {
            throw AppException.stale();
        }
        return now;
    }

    private CadenceView existing(long id) {
        return repository.find(id).orElseThrow(() -> absent(id));
    }

    private static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "CADENCE_NOT_FOUND", "Look for another cadence: there is none with id " + id + ".");
    }
}
