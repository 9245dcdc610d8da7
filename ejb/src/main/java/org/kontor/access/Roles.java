package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Creates, changes and lists roles; tells the permissions that exist. */
@Stateless
public class Roles {

    @Inject
    AccessRepository repository;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** The permissions that exist, by name. */
    @Requires(Permission.READ_USER)
    public List<PermissionView> permissions() {
        return Arrays.stream(Permission.values())
                .map(p -> new PermissionView(p.wireName(), p.description()))
                .sorted(Comparator.comparing(PermissionView::name))
                .toList();
    }

    /** All roles, by name. Roles are few: the first page has them all unless there are more than fit. */
    @Requires(Permission.READ_USER)
    public Page<RoleView> list(PageRequest page) {
        long after = IdCursor.after(page);
        List<RoleView> found = repository.roles().stream()
                .map(Role::view)
                .filter(role -> role.id() > after)
                .sorted(Comparator.comparing(RoleView::id))
                .limit(page.limit() + 1L)
                .toList();
        return IdCursor.page(found, page.limit(), RoleView::id);
    }

    /** The role with this id. */
    @Requires(Permission.READ_USER)
    public Optional<RoleView> find(long id) {
        return repository.role(id).map(Role::view);
    }

    /**
     * Creates a role.
     *
     * @throws AppException {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} when the name is taken;
     *     {@link ErrorKind#FORBIDDEN} for permissions that the caller lacks
     */
    @Requires(Permission.WRITE_USER)
    public RoleView create(RoleDraft draft) {
        Caller caller = CallerContext.current();
        check(draft, 0);
        Grants.scope(caller, !draft.ownCustomersOnly().orElse(false));
        Role role = new Role(clock.instant(), caller.login());
        role.describe(draft, clock.instant(), caller.login());
        repository.add(role);
        repository.flush();
        log.write("role.created", caller.login(), CallerContext.address(), role.name());
        return role.view();
    }

    /**
     * Replaces what is said of a role; holds from the next request of everybody who has it.
     *
     * @throws AppException as for {@link #create}; {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE};
     *     {@link ErrorKind#CONFLICT} for the role with all permissions
     */
    @Requires(Permission.WRITE_USER)
    public RoleView revise(long id, long expectedVersion, RoleDraft draft) {
        Caller caller = CallerContext.current();
        Role role = changeable(id);
        Versions.same(expectedVersion, role.version());
        Grants.within(caller, role.permissions());
        check(draft, id);
        Grants.scope(caller, !draft.ownCustomersOnly().orElse(role.ownCustomersOnly()));
        role.describe(draft, clock.instant(), caller.login());
        repository.flush();
        log.write("role.changed", caller.login(), CallerContext.address(), role.name());
        return role.view();
    }

    /**
     * Deletes a role that no user and no user group has.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} when somebody has it
     */
    @Requires(Permission.WRITE_USER)
    public void delete(long id, long expectedVersion) {
        Caller caller = CallerContext.current();
        Role role = changeable(id);
        Versions.same(expectedVersion, role.version());
        Grants.within(caller, role.permissions());
        long holders = repository.holders(id);
        if (holders > 0) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "ROLE_IN_USE",
                    "Take the role from its users and user groups first; " + holders + " still have it.");
        }
        repository.remove(role);
        log.write("role.deleted", caller.login(), CallerContext.address(), role.name());
    }

    private Role changeable(long id) {
        Role role = repository
                .role(id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "ROLE_NOT_FOUND",
                        "Look for another role: there is none with id " + id + "."));
        if (role.allPermissions()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "ROLE_BUILT_IN",
                    "Make a role of your own: " + role.name() + " always has every permission and stays as it is.");
        }
        return role;
    }

    private void check(RoleDraft draft, long id) {
        if (!draft.wrong().isEmpty()) {
            throw AppException.invalid(draft.wrong());
        }
        Grants.known("permissions", draft.permissions());
        Grants.within(CallerContext.current(), draft.permissions());
        if (repository.roleNameTaken(draft.name(), id)) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "ROLE_NAME_TAKEN",
                    "Choose another name: there is a role with this one.",
                    List.of(new FieldError("name", "ROLE_NAME_TAKEN", "Choose another name.")));
        }
    }
}
