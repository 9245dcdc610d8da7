package org.kontor.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Choices of system tables, for services of other features, which check their own permissions. */
@ApplicationScoped
public class SystemTableLookup {

    @Inject
    SettingsRepository repository;

    /** All entries of a table in the order of choice, retired ones too. */
    public List<SystemTableEntryView> entries(SystemTable table) {
        return repository.entries(table).stream().map(SystemTableEntry::view).toList();
    }

    /** The entry with this code or name, regardless of case; retired ones too. */
    public Optional<SystemTableEntryView> find(SystemTable table, String codeOrName) {
        String wanted = codeOrName.strip();
        return entries(table).stream()
                .filter(e -> e.code().equalsIgnoreCase(wanted) || e.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The entry with this id; retired ones too. */
    public Optional<SystemTableEntryView> find(SystemTable table, long id) {
        return repository.entry(table, id).map(SystemTableEntry::view);
    }

    /**
     * The active entry with this code or name, regardless of case.
     *
     * @param field the field that is checked, for the refusal
     * @throws AppException {@link ErrorKind#INVALID} naming what can be chosen
     */
    public SystemTableEntryView chosen(SystemTable table, String field, String codeOrName) {
        Optional<SystemTableEntryView> found = find(table, codeOrName);
        if (found.isPresent() && !found.get().active()) {
            throw AppException.invalid(
                    field, "RETIRED", "Choose another one: “" + found.get().name() + "” was retired.");
        }
        return found.orElseThrow(() -> AppException.invalid(
                field,
                "UNKNOWN_VALUE",
                "Choose one of "
                        + entries(table).stream()
                                .filter(SystemTableEntryView::active)
                                .map(SystemTableEntryView::name)
                                .limit(20)
                                .collect(Collectors.joining(", "))
                        + "; the list stands in System tables."));
    }
}
