package org.kontor.access;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.Stamped;

/**
 * Somebody who may sign in. Created active, by an administrator; made inactive when they leave, and active again when they
 * come back; never deleted. A new password and being made inactive end all sessions.
 */
@Entity
@Table(name = "app_user")
class User extends Stamped {

    @Id
    @SequenceGenerator(name = "app_user_seq", sequenceName = "app_user_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_user_seq")
    private long id;

    private String login = "";

    @Column(name = "display_name")
    private String displayName = "";

    private String email = "";

    @Column(name = "password_hash")
    private String passwordHash = "";

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    private boolean active = true;

    @Column(name = "credential_stamp")
    private long credentialStamp;

    @Column(name = "two_factor_at")
    private @Nullable Instant twoFactorAt;

    @Column(name = "last_sign_in_at")
    private @Nullable Instant lastSignInAt;

    @ManyToMany
    @JoinTable(
            name = "user_role",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<Role> roles = new HashSet<>();

    @ManyToMany
    @JoinTable(
            name = "user_group_member",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "group_id"))
    private Set<UserGroup> groups = new HashSet<>();

    /** For JPA. */
    protected User() {}

    User(String login, Instant now, String by) {
        super(now, by);
        this.login = login;
        touch(now, by);
    }

    final void touch(Instant now, String by) {
        changed(now, by);
    }

    void describe(String displayName, String email, Set<Role> roles) {
        this.displayName = displayName;
        this.email = email;
        if (!this.roles.equals(roles)) {
            this.roles = roles;
        }
    }

    void join(UserGroup group) {
        groups.add(group);
        group.joined(this);
    }

    void leave(UserGroup group) {
        groups.remove(group);
        group.left(this);
    }

    Set<UserGroup> groups() {
        return groups;
    }

    void setActive(boolean active) {
        if (this.active && !active) {
            credentialStamp++;
        }
        this.active = active;
    }

    void setPassword(String hash, boolean mustChange) {
        passwordHash = hash;
        mustChangePassword = mustChange;
        credentialStamp++;
    }

    /** The same password, hashed anew. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    /** Since when a code is asked for besides the password; empty for not any more. Either ends all sessions. */
    void setTwoFactor(Optional<Instant> since) {
        twoFactorAt = since.orElse(null);
        credentialStamp++;
    }

    Optional<Instant> twoFactorAt() {
        return Optional.ofNullable(twoFactorAt);
    }

    long credentialStamp() {
        return credentialStamp;
    }

    void signedIn(Instant now) {
        lastSignInAt = now;
    }

    long id() {
        return id;
    }

    String login() {
        return login;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean active() {
        return active;
    }

    Set<String> permissions() {
        return allRoles().permissions();
    }

    RowScope scope() {
        return allRoles().scope();
    }

    boolean administrator() {
        return allRoles().administrator();
    }

    /** The user's own roles and those of the groups. */
    private RoleSet allRoles() {
        Set<Role> all = new HashSet<>(roles);
        groups.forEach(group -> all.addAll(group.roles()));
        return new RoleSet(all);
    }

    Caller caller() {
        return new Caller(id, login, permissions(), scope());
    }

    /** @param byPassword whether passwords are of any use: a new one is asked for only then */
    SignedIn signedIn(boolean byPassword, boolean mustSetUpTwoFactor, PreferencesView preferences) {
        return new SignedIn(
                caller(),
                displayName,
                credentialStamp,
                byPassword && mustChangePassword,
                mustSetUpTwoFactor,
                preferences);
    }

    UserView view(Map<String, JsonValue> customFields) {
        return new UserView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                login,
                displayName,
                email,
                active,
                mustChangePassword,
                twoFactorAt != null,
                new RoleSet(roles).names(),
                groups.stream().map(UserGroup::name).sorted().toList(),
                new TreeSet<>(permissions()).stream().toList(),
                Optional.ofNullable(lastSignInAt),
                customFields);
    }
}
