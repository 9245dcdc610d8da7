package org.kontor.connector;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.Stamped;

/** A connection as stored; its secrets are rows of their own. */
@Entity
@Table(name = "connection")
class StoredConnection extends Stamped {

    @Id
    @SequenceGenerator(name = "connection_seq", sequenceName = "connection_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "connection_seq")
    private long id;

    private String connector = "";

    private String name = "";

    @Column(name = "entity_id")
    private @Nullable Long entityId;

    private boolean enabled;

    @ElementCollection
    @CollectionTable(name = "connection_setting", joinColumns = @JoinColumn(name = "connection_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "value")
    private Map<String, String> settings = new HashMap<>();

    @Column(name = "health", insertable = false, updatable = false)
    private String health = "UNKNOWN";

    @Column(name = "health_detail", insertable = false, updatable = false)
    private String healthDetail = "";

    @Column(name = "checked_at", insertable = false, updatable = false)
    private @Nullable Instant checkedAt;

    /** For JPA. */
    protected StoredConnection() {}

    StoredConnection(String connector, Instant now, String by) {
        super(now, by);
        this.connector = connector;
    }

    void describe(ConnectionDraft draft, Instant now, String by) {
        name = draft.name();
        entityId = draft.entityId().orElse(null);
        enabled = draft.enabled();
        if (!settings.equals(draft.settings())) {
            settings.clear();
            settings.putAll(draft.settings());
        }
        changed(now, by);
    }

    long id() {
        return id;
    }

    String connector() {
        return connector;
    }

    String name() {
        return name;
    }

    /** The company entity that it serves; empty for all. */
    Optional<Long> entityId() {
        return Optional.ofNullable(entityId);
    }

    /** Whether it serves one company entity alone. */
    boolean forOneEntity() {
        return entityId != null;
    }

    boolean enabled() {
        return enabled;
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    ConnectionView view(List<String> secretsSet, boolean installed) {
        return new ConnectionView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                connector,
                name,
                entityId(),
                enabled,
                settings(),
                secretsSet,
                installed,
                health,
                healthDetail,
                Optional.ofNullable(checkedAt));
    }
}
