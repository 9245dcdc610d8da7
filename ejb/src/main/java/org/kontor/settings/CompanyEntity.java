package org.kontor.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A legal entity that owns customers. Never deleted: customers and what will be owed belong to it. */
@Entity
@Table(name = "company_entity")
class CompanyEntity {

    @Id
    @SequenceGenerator(name = "company_entity_seq", sequenceName = "company_entity_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_entity_seq")
    private long id;

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

    private String name = "";

    private String currency = "";

    @Column(name = "time_zone")
    private String timeZone = "";

    @Column(name = "default_country")
    private String defaultCountry = "";

    private String locale = "";

    /** For JPA. */
    protected CompanyEntity() {}

    CompanyEntity(Instant now, String by) {
        createdAt = now;
        createdBy = by;
    }

    void describe(CompanyEntityDraft draft, Instant now, String by) {
        name = draft.name();
        currency = draft.currency();
        timeZone = draft.timeZone();
        defaultCountry = draft.defaultCountry();
        locale = draft.locale();
        updatedAt = now;
        updatedBy = by;
    }

    CompanyEntityView view() {
        return new CompanyEntityView(
                id,
                version,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                name,
                currency,
                timeZone,
                defaultCountry,
                locale);
    }
}
