package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Creates, changes and lists user groups. What a user may do is the union of their own roles and those of their groups; a change
 * holds from the next request of everybody who is or was in the group, with a session or with an API key.
 */
@Stateless
public class UserGroups {

    @Inject
    AccessRepository repository;

    @Inject
    AccessChoices choices;

    @Inject
    LastAdministrator lastAdministrator;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** A piece of the list, oldest first. */
    @Requires(Permission.READ_USER)
    public Page<UserGroupView> list(PageRequest page) {
        List<UserGroup> found = repository.groups(IdCursor.after(page), page.limit() + 1);
        return IdCursor.page(found.stream().map(UserGroup::view).toList(), page.limit(), UserGroupView::id);
    }

    /** The user group with this id. */
    @Requires(Permission.READ_USER)
    public Optional<UserGroupView> find(long id) {
        return repository.group(id).map(UserGroup::view);
    }

    /**
     * Creates a user group.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule; {@link ErrorKind#CONFLICT} when the
     *     name is taken; {@link ErrorKind#FORBIDDEN} for roles, or users, with permissions that the caller lacks
     */
    @Requires(Permission.WRITE_USER)
    public UserGroupView create(UserGroupDraft draft) {
        Choice choice = check(draft, 0);
        Caller caller = CallerContext.current();
        UserGroup group = new UserGroup(clock.instant(), caller.login());
        group.describe(draft, choice.roles(), clock.instant(), caller.login());
        repository.add(group);
        letIn(group, choice.users());
        repository.flush();
        log.write("user-group.created", group.name());
        return group.view();
    }

    /**
     * Replaces what is said of a user group.
     *
     * @throws AppException as for {@link #create}; {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT}
     *     when nobody would be left who may do everything
     */
    @Requires(Permission.WRITE_USER)
    public UserGroupView revise(long id, long expectedVersion, UserGroupDraft draft) {
        UserGroup group = changeable(id, expectedVersion);
        Choice choice = check(draft, id);
        Caller caller = CallerContext.current();
        boolean mayLoseAdministrator = group.administrator();
        if (mayLoseAdministrator) {
            lastAdministrator.before();
        }
        group.describe(draft, choice.roles(), clock.instant(), caller.login());
        letIn(group, choice.users());
        repository.flush();
        if (mayLoseAdministrator) {
            lastAdministrator.after();
        }
        log.write("user-group.changed", group.name());
        return group.view();
    }

    /**
     * Deletes a user group that nobody is in.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#FORBIDDEN} for roles with permissions
     *     that the caller lacks; {@link ErrorKind#CONFLICT} when somebody is in it
     */
    @Requires(Permission.WRITE_USER)
    public void delete(long id, long expectedVersion) {
        UserGroup group = changeable(id, expectedVersion);
        if (!group.users().isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "GROUP_IN_USE",
                    "Take the users out of the group first; " + group.users().size() + " are still in it.");
        }
        repository.remove(group);
        repository.flush();
        log.write("user-group.deleted", group.name());
    }

    private UserGroup changeable(long id, long expectedVersion) {
        UserGroup group = repository
                .group(id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "GROUP_NOT_FOUND",
                        "Look for another user group: there is none with id " + id + "."));
        Versions.same(expectedVersion, group.version());
        Grants.within(CallerContext.current(), group.permissions());
        return group;
    }

    /** Makes these the users of the group; whoever looks at one who comes or goes has to look again. */
    private void letIn(UserGroup group, Set<User> users) {
        Caller caller = CallerContext.current();
        Set<User> gone = new HashSet<>(group.users());
        gone.removeAll(users);
        Set<User> come = new HashSet<>(users);
        come.removeAll(group.users());
        Set<User> changed = new HashSet<>(gone);
        changed.addAll(come);
        changed.forEach(user -> Grants.within(caller, user.permissions()));
        gone.forEach(user -> user.leave(group));
        come.forEach(user -> user.join(group));
        changed.forEach(user -> user.touch(clock.instant(), caller.login()));
    }

    /** What a draft names. */
    private record Choice(Set<Role> roles, Set<User> users) {}

    /** Checks every field; gives the roles, all of them within what the caller may grant, and the users. */
    private Choice check(UserGroupDraft draft, long id) {
        List<FieldError> errors = new ArrayList<>(draft.wrong());
        Choice choice = new Choice(choices.roles(draft.roles(), errors), choices.users(draft.users(), errors));
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        Grants.roles(CallerContext.current(), choice.roles());
        if (repository.groupNameTaken(draft.name(), id)) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "GROUP_NAME_TAKEN",
                    "Choose another name: there is a user group with this one.",
                    List.of(new FieldError("name", "GROUP_NAME_TAKEN", "Choose another name.")));
        }
        return choice;
    }
}
