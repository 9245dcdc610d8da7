package org.kontor.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.kontor.shared.Stamped;

/** A legal entity that owns customers. Never deleted: customers and what will be owed belong to it. */
@Entity
@Table(name = "company_entity")
class CompanyEntity extends Stamped {

    @Id
    @SequenceGenerator(name = "company_entity_seq", sequenceName = "company_entity_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_entity_seq")
    private long id;

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
        super(now, by);
    }

    void describe(CompanyEntityDraft draft, Instant now, String by) {
        name = draft.name();
        currency = draft.currency();
        timeZone = draft.timeZone();
        defaultCountry = draft.defaultCountry();
        locale = draft.locale();
        changed(now, by);
    }

    CompanyEntityView view() {
        return new CompanyEntityView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                name,
                currency,
                timeZone,
                defaultCountry,
                locale);
    }
}
