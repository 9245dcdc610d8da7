package org.kontor.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a program acts for a user: with the key's permissions, as far as the user has them at that moment. Works
 * until it expires, is revoked, or its owner is made inactive; never works again after it was revoked.
 */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    @SequenceGenerator(name = "api_key_seq", sequenceName = "api_key_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_key_seq")
    private long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    private @Nullable User owner;

    private String name = "";

    private String prefix = "";

    @Column(name = "key_hash")
    private byte[] keyHash = {};

    private String permissions = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    /** For JPA. */
    protected ApiKey() {}

    ApiKey(User owner, ApiKeyDraft draft, String prefix, byte[] keyHash, Instant now) {
        this.owner = owner;
        this.prefix = prefix;
        this.keyHash = keyHash;
        name = draft.name();
        permissions = String.join(" ", draft.permissions());
        expiresAt = draft.expiresAt().orElse(null);
        createdAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    long id() {
        return id;
    }

    User owner() {
        if (owner == null) {
            throw new IllegalStateException("API key " + id + " has no owner");
        }
        return owner;
    }

    private List<String> permissionList() {
        return permissions.isEmpty() ? List.of() : List.of(permissions.split(" "));
    }

    /** The caller whom the key stands for now; empty when it has ended. */
    Optional<Caller> caller(Instant now) {
        if (revokedAt != null || (expiresAt != null && !expiresAt.isAfter(now)) || !owner().active()) {
            return Optional.empty();
        }
        Set<String> allowed = new HashSet<>(permissionList());
        allowed.retainAll(owner().permissions());
        return Optional.of(new Caller(owner().id(), owner().login(), allowed, owner().scope()));
    }

    /** What people call it, with its beginning. */
    String label() {
        return name + " (" + prefix + "…)";
    }

    ApiKeyView view() {
        return new ApiKeyView(
                id,
                version,
                createdAt,
                revokedAt == null ? createdAt : revokedAt,
                name,
                owner().login(),
                prefix,
                permissionList(),
                Optional.ofNullable(expiresAt),
                Optional.ofNullable(revokedAt),
                Optional.ofNullable(lastUsedAt));
    }
}
