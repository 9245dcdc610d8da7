package org.kontor.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.shared.Stamped;

/** A named set of permissions. The one with all permissions comes with Kontor and stays as it is. */
@Entity
@Table(name = "app_role")
class Role extends Stamped {

    @Id
    @SequenceGenerator(name = "app_role_seq", sequenceName = "app_role_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_role_seq")
    private long id;

    private String name = "";

    private String description = "";

    @Column(name = "all_permissions")
    private boolean allPermissions;

    @Column(name = "own_customers_only")
    private boolean ownCustomersOnly;

    @ElementCollection
    @CollectionTable(name = "role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    private Set<String> permissions = new HashSet<>();

    /** For JPA. */
    protected Role() {}

    Role(Instant now, String by) {
        super(now, by);
    }

    void describe(RoleDraft draft, Instant now, String by) {
        name = draft.name();
        description = draft.description();
        permissions = new HashSet<>(draft.permissions());
        ownCustomersOnly = draft.ownCustomersOnly().orElse(ownCustomersOnly);
        changed(now, by);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean ownCustomersOnly() {
        return ownCustomersOnly;
    }

    boolean allPermissions() {
        return allPermissions;
    }

    /** What it allows in this version of Kontor: a permission that was dropped from the catalogue counts no more. */
    Set<String> permissions() {
        if (allPermissions) {
            return Permission.names();
        }
        Set<String> known = new HashSet<>(permissions);
        known.retainAll(Permission.names());
        return known;
    }

    RoleView view() {
        return new RoleView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                name,
                description,
                allPermissions,
                ownCustomersOnly,
                new TreeSet<>(permissions()).stream().toList());
    }
}
