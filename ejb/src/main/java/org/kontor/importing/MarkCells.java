package org.kontor.importing;

import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.FlagDraft;
import org.kontor.customer.ListCell;
import org.kontor.customer.Owners;
import org.kontor.importing.Mapped.Place;
import org.kontor.settings.CustomFieldValues;

/** Reads the cells of one row that tell what only Kontor knows of a customer. */
final class MarkCells {

    private Optional<AccountType> type = Optional.empty();
    private String entity = "";
    private String parent = "";
    private List<FlagDraft> flags = List.of();
    private Optional<CustomerHealth> health = Optional.empty();
    private Optional<Boolean> autoPayments = Optional.empty();
    private Optional<Boolean> lateFees = Optional.empty();
    private Owners owners = Owners.NONE;
    private final Map<String, Optional<JsonValue>> values = new HashMap<>();

    /**
     * Takes a cell over, if it is of such a field.
     *
     * @param part what the name of the field has behind its colon
     * @param text not blank
     * @param choice the value of a field with a choice; empty when it is none that there is
     * @param own whether Kontor wrote the file
     */
    void set(ImportField field, String part, String text, Optional<String> choice, boolean own) {
        switch (field) {
            case ACCOUNT_TYPE -> type = choice.map(AccountType::valueOf);
            case PARENT -> parent = text;
            case COMPANY_ENTITY -> entity = text;
            case FLAGS -> flags = flags(text, own);
            case HEALTH -> health = choice.map(CustomerHealth::valueOf);
            case AUTO_PAYMENTS -> autoPayments = choice.map("YES"::equals);
            case LATE_FEES -> lateFees = choice.map("YES"::equals);
            case CUSTOM_FIELD -> values.put(part, CustomFieldValues.ofText(text));
            case OWNER -> {
                for (Owners.Part owner : Owners.Part.values()) {
                    owners = owner.field().equals(part) ? owners.with(owner, Optional.of(text)) : owners;
                }
            }
            default -> {
                // Of the profile.
            }
        }
    }

    /** In a file of Kontor {@code type:note; type}, as {@link ListCell} has it; in any other {@code Category: Name; Category: Name}. */
    private static List<FlagDraft> flags(String text, boolean own) {
        return own
                ? ListCell.parse(text).stream()
                        .map(parts -> new FlagDraft(parts.get(0), String.join(":", parts.subList(1, parts.size()))))
                        .toList()
                : Arrays.stream(text.split(";", -1))
                        .filter(flag -> !flag.isBlank())
                        .map(flag -> new FlagDraft(flag.strip(), ""))
                        .toList();
    }

    OwnMarks marks() {
        return new OwnMarks(type, new Place(entity, parent), flags, health, autoPayments, lateFees, owners, values);
    }
}
