package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.PermissionView;
import org.kontor.access.RoleView;
import org.kontor.access.Roles;
import org.kontor.shared.PageRequest;

/** Which role has which permission. */
@Named("rolesPage")
@ViewScoped
public class RolesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Roles directory;

    @Inject
    ShellPage shell;

    private List<MatrixColumn> roles = List.of();
    private List<PermissionView> permissions = List.of();

    /** Fetches roles and permissions; called once when the page is opened. */
    public void open() {
        roles = directory.list(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty())).items().stream()
                .map(this::column)
                .toList();
        permissions = directory.permissions();
    }

    /** Roles, oldest first. */
    public List<MatrixColumn> getRoles() {
        return roles;
    }

    private MatrixColumn column(RoleView role) {
        boolean fixed = role.allPermissions() || !shell.may(Permission.WRITE_USER.wireName());
        return new MatrixColumn(
                role.name(), fixed ? "" : "/role.xhtml?id=" + role.id(), role.ownCustomersOnly(), role.permissions());
    }

    /** Permissions, by name. */
    public List<PermissionView> getPermissions() {
        return permissions;
    }
}
