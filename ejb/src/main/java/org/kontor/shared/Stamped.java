package org.kontor.shared;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** What every record that people change keeps of its changes: who made it when, who changed it last, and how often. */
@MappedSuperclass
public abstract class Stamped {

    @Version
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by", updatable = false)
    private String createdBy = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    /** For JPA. */
    protected Stamped() {}

    /** One that is made now, by whom. */
    protected Stamped(Instant at, String by) {
        createdAt = at;
        createdBy = by;
    }

    /** Notes who changed it when. */
    protected void changed(Instant at, String by) {
        updatedAt = at;
        updatedBy = by;
    }

    /** Counts changes; what a change must have seen. */
    public long version() {
        return version;
    }

    /** When it was made. */
    protected Instant createdAt() {
        return createdAt;
    }

    /** Sign-in name of who made it. */
    protected String createdBy() {
        return createdBy;
    }

    /** When it was last changed. */
    protected Instant updatedAt() {
        return updatedAt;
    }

    /** Sign-in name of who changed it last. */
    protected String updatedBy() {
        return updatedBy;
    }
}
