package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.PermissionView;
import org.kontor.access.Roles;
import org.kontor.access.UserGroupView;
import org.kontor.access.UserGroups;
import org.kontor.shared.PageRequest;

/** The user groups, and which of them has which permission. */
@Named("userGroupsPage")
@ViewScoped
public class UserGroupsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    UserGroups directory;

    @Inject
    Roles roles;

    @Inject
    ShellPage shell;

    private List<UserGroupView> groups = List.of();
    private List<PermissionView> permissions = List.of();

    /** Fetches groups and permissions; called once when the page is opened. */
    public void open() {
        groups = directory
                .list(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items();
        permissions = roles.permissions();
    }

    /** User groups, oldest first. */
    public List<UserGroupView> getGroups() {
        return groups;
    }

    /** The groups as columns of the matrix; each leads to its form where the reader may change it. */
    public List<MatrixColumn> getColumns() {
        return groups.stream()
                .map(group -> new MatrixColumn(
                        group.name(),
                        shell.may(Permission.WRITE_USER.wireName()) ? "/user-group.xhtml?id=" + group.id() : "",
                        group.ownCustomersOnly(),
                        group.permissions()))
                .toList();
    }

    /** Names in one line. */
    public String joined(List<String> names) {
        return String.join(", ", names);
    }

    /** Permissions, by name. */
    public List<PermissionView> getPermissions() {
        return permissions;
    }
}
