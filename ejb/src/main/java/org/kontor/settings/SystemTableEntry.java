package org.kontor.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.kontor.shared.Stamped;

/** An entry of a system table: created active, retired when it should no more be chosen, deleted only while nothing uses it. */
@Entity
@Table(name = "system_table_entry")
class SystemTableEntry extends Stamped {

    @Id
    @SequenceGenerator(name = "system_table_entry_seq", sequenceName = "system_table_entry_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "system_table_entry_seq")
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "table_name", updatable = false)
    private SystemTable table = SystemTable.TAGS;

    @Column(updatable = false)
    private String code = "";

    private String name = "";

    private int position;

    private boolean active = true;

    @Column(name = "system_entry", updatable = false)
    private boolean systemEntry;

    private String colour = "";

    /** For JPA. */
    protected SystemTableEntry() {}

    SystemTableEntry(SystemTable table, String code, Instant now, String by) {
        super(now, by);
        this.table = table;
        this.code = code;
    }

    void describe(SystemTableEntryDraft draft, int place, Instant now, String by) {
        name = draft.name();
        position = place;
        active = draft.active().orElse(true);
        colour = table.coloured() ? draft.colour().orElse(TagColour.SLATE).name() : "";
        changed(now, by);
    }

    long id() {
        return id;
    }

    SystemTable table() {
        return table;
    }

    SystemTableEntryView view() {
        return new SystemTableEntryView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                code,
                name,
                position,
                active,
                systemEntry,
                colour.isEmpty() ? Optional.empty() : Optional.of(TagColour.valueOf(colour)));
    }
}
