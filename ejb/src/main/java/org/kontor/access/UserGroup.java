package org.kontor.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.shared.Stamped;

/** A named set of roles and users: who is in it has its roles besides their own. */
@Entity
@Table(name = "user_group")
class UserGroup extends Stamped {

    @Id
    @SequenceGenerator(name = "user_group_seq", sequenceName = "user_group_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_group_seq")
    private long id;

    private String name = "";

    private String description = "";

    @ManyToMany
    @JoinTable(
            name = "user_group_role",
            joinColumns = @JoinColumn(name = "group_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<Role> roles = new HashSet<>();

    @ManyToMany(mappedBy = "groups")
    private Set<User> users = new HashSet<>();

    /** For JPA. */
    protected UserGroup() {}

    UserGroup(Instant now, String by) {
        super(now, by);
    }

    void describe(UserGroupDraft draft, Set<Role> roles, Instant now, String by) {
        name = draft.name();
        description = draft.description();
        if (!this.roles.equals(roles)) {
            this.roles = roles;
        }
        touch(now, by);
    }

    final void touch(Instant now, String by) {
        changed(now, by);
    }

    /** The other side of {@link User#join}: only that one calls it. */
    void joined(User user) {
        users.add(user);
    }

    /** The other side of {@link User#leave}: only that one calls it. */
    void left(User user) {
        users.remove(user);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    Set<Role> roles() {
        return roles;
    }

    Set<User> users() {
        return users;
    }

    Set<String> permissions() {
        return new RoleSet(roles).permissions();
    }

    boolean administrator() {
        return new RoleSet(roles).administrator();
    }

    UserGroupView view() {
        RoleSet set = new RoleSet(roles);
        return new UserGroupView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                name,
                description,
                set.names(),
                users.stream().map(User::login).sorted().toList(),
                set.scope() == RowScope.OWN,
                new TreeSet<>(set.permissions()).stream().toList());
    }
}
