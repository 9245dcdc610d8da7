package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.settings.CustomFieldDraft;
import org.kontor.settings.CustomFieldKind;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Definitions of custom fields; {@code field} (an id or {@code new}) stands in the address. */
@Named("customFieldsPage")
@ViewScoped
public class CustomFieldsPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CustomFields service;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    private final EntryForms forms = new EntryForms();
    private List<CustomFieldView> fields = List.of();
    private Optional<CustomFieldView> stored = Optional.empty();
    private String field = "";
    private CustomFieldOwner owner = CustomFieldOwner.CUSTOMER;
    private String label = "";
    private String key = "";
    private String order = "";
    private CustomFieldKind kind = CustomFieldKind.TEXT;
    private String choices = "";
    private boolean required;
    private boolean searchable;
    private boolean active = true;

    /** Fetches the fields; called once when the page is opened. */
    public void open() {
        fields = service.list();
        if (isEditing()) {
            shell.require(Permission.WRITE_SETTINGS);
            stored = EntryForms.id(field)
                    .map(id -> service.find(id)
                            .orElseThrow(() -> new AppException(
                                    ErrorKind.ABSENT, "CUSTOM_FIELD_NOT_FOUND", texts.of("error.404"))));
            stored.ifPresent(this::fill);
        }
    }

    private void fill(CustomFieldView view) {
        owner = view.owner();
        label = view.label();
        key = view.key();
        order = Integer.toString(view.order());
        kind = view.kind();
        choices = String.join("\n", view.choices());
        required = view.required();
        searchable = view.searchable();
        active = view.active();
    }

    private CustomFieldDraft typed(Optional<Integer> place) {
        return new CustomFieldDraft(
                owner, key, label, kind, choices.lines().toList(), required, searchable, place, Optional.of(active));
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        List<FieldError> wrong = new ArrayList<>(EntryForms.unreadable("order", order, texts));
        wrong.addAll(typed(Optional.empty()).wrong());
        return FieldErrors.entries(wrong, texts);
    }

    /** Saves the field. */
    public void save() {
        forms.save(
                () -> {
                    CustomFieldDraft draft = typed(EntryForms.number("order", order, texts));
                    CustomFieldView saved = stored.isEmpty()
                            ? service.create(draft)
                            : service.revise(stored.get().id(), stored.get().version(), draft);
                    return texts.of("tables.saved", saved.label());
                },
                "/custom-fields.xhtml",
                texts,
                notices);
    }

    /** Deletes the field, unless a record has a value. */
    public void delete() {
        stored.ifPresent(view -> forms.save(
                () -> {
                    service.delete(view.id(), view.version());
                    return texts.of("tables.deleted", view.label());
                },
                "/custom-fields.xhtml",
                texts,
                notices));
    }

    /** The rules of a field, in words. */
    public String rules(CustomFieldView view) {
        return Stream.of(
                        view.required() ? texts.of("fields.ruleRequired") : "",
                        view.searchable() ? texts.of("fields.ruleSearchable") : "")
                .filter(rule -> !rule.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The fields, in the order of the form. */
    public List<CustomFieldView> getFields() {
        return fields;
    }

    /** Whether a field is in the form. */
    public boolean isEditing() {
        return !field.isEmpty();
    }

    /** Whether the field in the form is a new one. */
    public boolean isFresh() {
        return stored.isEmpty();
    }

    /** Whose field it can be. */
    public CustomFieldOwner[] getOwners() {
        return CustomFieldOwner.values();
    }

    /** Whose field it is. */
    public CustomFieldOwner getOwner() {
        return owner;
    }

    /** Sets it. */
    public void setOwner(CustomFieldOwner value) {
        owner = value;
    }

    /** Kinds to choose from. */
    public CustomFieldKind[] getKinds() {
        return CustomFieldKind.values();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return forms.errors();
    }

    /** Id of the field in the form, or {@code new}; empty for none. */
    public String getField() {
        return field;
    }

    /** Sets it. */
    public void setField(@Nullable String value) {
        field = value == null ? "" : value;
    }

    /** What people read. */
    public String getLabel() {
        return label;
    }

    /** Sets it. */
    public void setLabel(@Nullable String value) {
        label = value == null ? "" : value;
    }

    /** Name in REST and files. */
    public String getKey() {
        return key;
    }

    /** Sets it. */
    public void setKey(@Nullable String value) {
        key = value == null ? "" : value;
    }

    /** Place in the form, as typed. */
    public String getOrder() {
        return order;
    }

    /** Sets it. */
    public void setOrder(@Nullable String value) {
        order = value == null ? "" : value;
    }

    /** What it holds. */
    public CustomFieldKind getKind() {
        return kind;
    }

    /** Sets it. */
    public void setKind(CustomFieldKind value) {
        kind = value;
    }

    /** Choices, one on each line. */
    public String getChoices() {
        return choices;
    }

    /** Sets it. */
    public void setChoices(@Nullable String value) {
        choices = value == null ? "" : value;
    }

    /** Whether a new record must have a value. */
    public boolean isRequired() {
        return required;
    }

    /** Sets it. */
    public void setRequired(boolean value) {
        required = value;
    }

    /** Whether the search finds records by it. */
    public boolean isSearchable() {
        return searchable;
    }

    /** Sets it. */
    public void setSearchable(boolean value) {
        searchable = value;
    }

    /** Whether it can be filled. */
    public boolean isActive() {
        return active;
    }

    /** Sets it. */
    public void setActive(boolean value) {
        active = value;
    }
}
