package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryDraft;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableView;
import org.kontor.settings.SystemTables;
import org.kontor.settings.TagColour;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** System tables: {@code table} and, in its form, {@code entry} (an id or {@code new}) stand in the address. */
@Named("systemTablesPage")
@ViewScoped
public class SystemTablesPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    SystemTables service;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    private final EntryForms forms = new EntryForms();
    private List<SystemTableView> tables = List.of();
    private List<SystemTableEntryView> entries = List.of();
    private Optional<SystemTableEntryView> stored = Optional.empty();
    private String table = SystemTable.CONTACT_TYPES.path();
    private String entry = "";
    private String name = "";
    private String code = "";
    private String order = "";
    private TagColour colour = TagColour.SLATE;
    private boolean active = true;

    /** Fetches the tables; called once when the page is opened. */
    public void open() {
        tables = service.tables();
        entries = service.list(table);
        if (isEditing()) {
            shell.require(Permission.WRITE_SETTINGS);
            stored = EntryForms.id(entry)
                    .map(id -> service.find(table, id)
                            .orElseThrow(() ->
                                    new AppException(ErrorKind.ABSENT, "ENTRY_NOT_FOUND", texts.of("error.404"))));
            stored.ifPresent(this::fill);
        }
    }

    private void fill(SystemTableEntryView view) {
        name = view.name();
        code = view.code();
        order = Integer.toString(view.order());
        colour = view.colour().orElse(TagColour.SLATE);
        active = view.active();
    }

    private SystemTableEntryDraft typed(Optional<Integer> place) {
        return new SystemTableEntryDraft(
                code, name, place, Optional.of(active), isColoured() ? Optional.of(colour) : Optional.empty());
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        List<FieldError> wrong = new ArrayList<>(EntryForms.unreadable("order", order, texts));
        wrong.addAll(typed(Optional.empty()).wrong());
        return FieldErrors.entries(wrong, texts);
    }

    /** Saves the entry. */
    public void save() {
        forms.save(
                () -> {
                    SystemTableEntryDraft draft = typed(EntryForms.number("order", order, texts));
                    SystemTableEntryView saved = stored.isEmpty()
                            ? service.create(table, draft)
                            : service.revise(
                                    table, stored.get().id(), stored.get().version(), draft);
                    return texts.of("tables.saved", saved.name());
                },
                list(),
                texts,
                notices);
    }

    /** Deletes the entry, unless something uses it. */
    public void delete() {
        stored.ifPresent(view -> forms.save(
                () -> {
                    service.delete(table, view.id(), view.version());
                    return texts.of("tables.deleted", view.name());
                },
                list(),
                texts,
                notices));
    }

    private String list() {
        return "/system-tables.xhtml?table=" + table;
    }

    /** The tables. */
    public List<SystemTableView> getTables() {
        return tables;
    }

    /** Entries of the table, in the order of choice. */
    public List<SystemTableEntryView> getEntries() {
        return entries;
    }

    /** Whether an entry is in the form. */
    public boolean isEditing() {
        return !entry.isEmpty();
    }

    /** Whether the entry in the form could be deleted. */
    public boolean isDeletable() {
        return stored.filter(view -> !view.systemEntry()).isPresent();
    }

    /** Whether entries of the table have a colour. */
    public boolean isColoured() {
        return SystemTable.ofPath(table).filter(SystemTable::coloured).isPresent();
    }

    /** Colours to choose from. */
    public TagColour[] getColours() {
        return TagColour.values();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return forms.errors();
    }

    /** The table that is shown. */
    public String getTable() {
        return table;
    }

    /** Sets the table; none means the first one. */
    public void setTable(@Nullable String value) {
        table = value == null || value.isBlank() ? SystemTable.CONTACT_TYPES.path() : value;
    }

    /** Id of the entry in the form, or {@code new}; empty for none. */
    public String getEntry() {
        return entry;
    }

    /** Sets it. */
    public void setEntry(@Nullable String value) {
        entry = value == null ? "" : value;
    }

    /** What people read. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(@Nullable String value) {
        name = value == null ? "" : value;
    }

    /** What programs call it. */
    public String getCode() {
        return code;
    }

    /** Sets it. */
    public void setCode(@Nullable String value) {
        code = value == null ? "" : value;
    }

    /** Place among the choices, as typed. */
    public String getOrder() {
        return order;
    }

    /** Sets it. */
    public void setOrder(@Nullable String value) {
        order = value == null ? "" : value;
    }

    /** Colour of a tag. */
    public TagColour getColour() {
        return colour;
    }

    /** Sets it. */
    public void setColour(TagColour value) {
        colour = value;
    }

    /** Whether it can be chosen. */
    public boolean isActive() {
        return active;
    }

    /** Sets it. */
    public void setActive(boolean value) {
        active = value;
    }
}
