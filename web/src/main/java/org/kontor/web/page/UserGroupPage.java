package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.access.RoleView;
import org.kontor.access.Roles;
import org.kontor.access.UserGroupDraft;
import org.kontor.access.UserGroupView;
import org.kontor.access.UserGroups;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** The form of a user group: its roles, and who is in it. */
@Named("userGroupPage")
@ViewScoped
public class UserGroupPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    UserGroups directory;

    @Inject
    Roles allRoles;

    @Inject
    Users allUsers;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    private long id;
    private long version;
    private String name = "";
    private String description = "";
    private List<String> roles = List.of();
    private List<String> users = List.of();
    private List<RoleView> offeredRoles = List.of();
    private List<UserView> offeredUsers = List.of();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches the group, the roles and the users; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_USER);
        if (id != 0) {
            fill(directory.find(id).orElseThrow(this::absent));
        }
        offeredRoles = allRoles.list(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items();
        offeredUsers = everybody().stream()
                .filter(user -> user.active() || users.contains(user.login()))
                .toList();
    }

    /** Every page of the list: whoever is not offered would be taken out of the group by saving. */
    private List<UserView> everybody() {
        List<UserView> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<UserView> page = allUsers.list(new PageRequest(PageRequest.MAX_LIMIT, cursor));
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return all;
    }

    private UserGroupDraft typed() {
        return new UserGroupDraft(name, description, roles, users);
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        return FieldErrors.entries(typed().wrong(), texts);
    }

    /** Saves what was typed. */
    public synchronized void save() {
        errors.clear();
        try {
            fill(id == 0 ? directory.create(typed()) : directory.revise(id, version, typed()));
            notices.done(texts.of("group.saved"));
            notices.go("/user-groups.xhtml");
        } catch (AppException e) {
            errors.showOrThrow(e, texts);
        }
    }

    /** Deletes the group, if nobody is in it. */
    public void delete() {
        try {
            directory.delete(id, version);
            notices.done(texts.of("group.deleted"));
            notices.go("/user-groups.xhtml");
        } catch (AppException e) {
            errors.show(e, texts, notices);
        }
    }

    private void fill(UserGroupView view) {
        id = view.id();
        version = view.version();
        name = view.name();
        description = view.description();
        roles = view.roles();
        users = view.users();
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "GROUP_NOT_FOUND", texts.of("group.notFound", Long.toString(id)));
    }

    /** A user, with the state of one who is inactive. */
    public String label(UserView user) {
        String who = user.displayName().equals(user.login()) ? user.login() : user.displayName() + " – " + user.login();
        return user.active() ? who : who + " (" + texts.of("user.inactive") + ")";
    }

    /** Whether a new group is made. */
    public boolean isFresh() {
        return id == 0;
    }

    /** Roles to choose from. */
    public List<RoleView> getOfferedRoles() {
        return offeredRoles;
    }

    /** Users to choose from: active ones, and who is in the group. */
    public List<UserView> getOfferedUsers() {
        return offeredUsers;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the group; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets: id of the group; 0 for a new one. */
    public void setId(long value) {
        id = value;
    }

    /** Name of the group. */
    public String getName() {
        return name;
    }

    /** Sets: name of the group. */
    public void setName(@Nullable String value) {
        name = value == null ? "" : value;
    }

    /** What it is for. */
    public String getDescription() {
        return description;
    }

    /** Sets: what it is for. */
    public void setDescription(@Nullable String value) {
        description = value == null ? "" : value;
    }

    /** Names of the chosen roles. */
    public List<String> getRoles() {
        return roles;
    }

    /** Sets: names of the chosen roles. */
    public void setRoles(List<String> value) {
        roles = List.copyOf(value);
    }

    /** Sign-in names of who is in the group. */
    public List<String> getUsers() {
        return users;
    }

    /** Sets: sign-in names of who is in the group. */
    public void setUsers(List<String> value) {
        users = List.copyOf(value);
    }
}
