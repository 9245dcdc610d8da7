package org.kontor.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Lists, adds and changes company entities. */
@Stateless
public class CompanyEntities {

    private static final int MOST = 500;

    @Inject
    SettingsRepository repository;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** What somebody who works with customers may choose, in the order of {@link #list()}. */
    @Requires(Permission.READ_CUSTOMER)
    public List<EntityChoice> choices() {
        return repository.entities().stream()
                .map(CompanyEntity::view)
                .map(entity -> new EntityChoice(entity.id(), entity.name()))
                .toList();
    }

    /** All of them, oldest first; there are at most {@value #MOST}. */
    @Requires(Permission.READ_SETTINGS)
    public List<CompanyEntityView> list() {
        return repository.entities().stream().map(CompanyEntity::view).toList();
    }

    /** The one with this id. */
    @Requires(Permission.READ_SETTINGS)
    public Optional<CompanyEntityView> find(long id) {
        return repository.entity(id).map(CompanyEntity::view);
    }

    /**
     * Adds one.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field against a rule
     */
    @Requires(Permission.WRITE_SETTINGS)
    public CompanyEntityView create(CompanyEntityDraft draft) {
        check(draft, 0);
        CompanyEntity entity = new CompanyEntity(now(), login());
        entity.describe(draft, now(), login());
        repository.add(entity);
        repository.flush();
        log.write("company-entity.created", draft.name());
        return entity.view();
    }

    /**
     * Replaces what is said of one. Customers keep the currency that they have.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public CompanyEntityView revise(long id, long expectedVersion, CompanyEntityDraft draft) {
        CompanyEntity entity = repository
                .entity(id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "COMPANY_ENTITY_NOT_FOUND",
                        "Look for another company entity: there is none with id " + id + "."));
        if (entity.view().version() != expectedVersion) {
            throw AppException.stale();
        }
        check(draft, id);
        entity.describe(draft, now(), login());
        repository.flush();
        log.write("company-entity.changed", draft.name());
        return entity.view();
    }

    private void check(CompanyEntityDraft draft, long id) {
        List<FieldError> errors = new ArrayList<>();
        List<CompanyEntityView> present = list();
        if (present.stream().anyMatch(e -> e.id() != id && e.name().equalsIgnoreCase(draft.name()))) {
            errors.add(new FieldError(
                    "name", "WRONG_VALUE", "Choose another name: there is a company entity with this one."));
        }
        if (id == 0 && present.size() >= MOST) {
            errors.add(new FieldError("name", "WRONG_VALUE", "There can be at most " + MOST + " company entities."));
        }
        errors.addAll(draft.wrong());
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static String login() {
        return CallerContext.current().login();
    }
}
