package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.access.PermissionView;
import org.kontor.access.RoleDraft;
import org.kontor.access.RoleView;
import org.kontor.access.Roles;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The form of a role; only permissions that the reader has are offered. */
@Named("rolePage")
@ViewScoped
public class RolePage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Roles directory;

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
    private boolean ownCustomersOnly;
    private List<String> permissions = List.of();
    private List<PermissionView> offered = List.of();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches the role and the permissions; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_USER);
        offered = directory.permissions().stream()
                .filter(permission -> shell.may(permission.name()))
                .toList();
        if (id != 0) {
            fill(directory.find(id).orElseThrow(this::absent));
        }
    }

    private RoleDraft typed() {
        return new RoleDraft(name, description, permissions, Optional.of(ownCustomersOnly));
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
            notices.done(texts.of("role.saved"));
            notices.go("/roles.xhtml");
        } catch (AppException e) {
            errors.showOrThrow(e, texts);
        }
    }

    /** Deletes the role, if nobody has it. */
    public void delete() {
        directory.delete(id, version);
        notices.done(texts.of("role.deleted"));
        notices.go("/roles.xhtml");
    }

    private void fill(RoleView view) {
        id = view.id();
        version = view.version();
        name = view.name();
        description = view.description();
        ownCustomersOnly = view.ownCustomersOnly();
        permissions = view.permissions();
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "ROLE_NOT_FOUND", texts.of("role.notFound", Long.toString(id)));
    }

    /** Whether a new role is made. */
    public boolean isFresh() {
        return id == 0;
    }

    /** Permissions to choose from. */
    public List<PermissionView> getOffered() {
        return offered;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the role; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets: id of the role; 0 for a new one. */
    public void setId(long value) {
        id = value;
    }

    /** Name of the role. */
    public String getName() {
        return name;
    }

    /** Sets: name of the role. */
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

    /** Chosen permissions. */
    public List<String> getPermissions() {
        return permissions;
    }

    /** Sets: chosen permissions. */
    public void setPermissions(List<String> value) {
        permissions = List.copyOf(value);
    }

    /** Whether only own customers are seen. */
    public boolean isOwnCustomersOnly() {
        return ownCustomersOnly;
    }

    /** Sets: whether only own customers are seen. */
    public void setOwnCustomersOnly(boolean value) {
        ownCustomersOnly = value;
    }
}
