package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.CustomerMarks;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.FlagDraft;
import org.kontor.customer.OwnerChoice;
import org.kontor.customer.Owners;
import org.kontor.customer.TagView;
import org.kontor.lifecycle.PersonalData;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTables;
import org.kontor.settings.TagColour;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Tags, flags, health, owners and switches on the customer record. What was done is seen by opening the record anew. */
@Named("marksPage")
@ViewScoped
public class MarksPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CustomerMarks marks;

    @Inject
    Customers customers;

    @Inject
    PersonalData personalData;

    @Inject
    SystemTables tables;

    @Inject
    CustomerPage page;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private List<TagView> tags = List.of();
    private List<SystemTableEntryView> knownTags = List.of();
    private List<SystemTableEntryView> flagTypes = List.of();
    private List<OwnerChoice> people = List.of();
    private final MarksForm form = new MarksForm();
    private transient Owners seen = Owners.NONE;
    private String tagText = "";
    private TagColour tagColour = TagColour.SLATE;
    private String flagType = "";
    private String flagNote = "";

    /** Fetches what the record shows and what can be chosen; called once, after the record. */
    public void open() {
        CustomerView customer = page.getCustomer();
        tags = marks.tags(customer.id());
        form.fill(customer.toDraft());
        seen = customer.owners();
        if (shell.may(Permission.WRITE_CUSTOMER.wireName())) {
            knownTags = tables.choices(SystemTable.TAGS);
            flagTypes = tables.choices(SystemTable.FLAG_TYPES);
            people = MarksForm.withHolders(marks.ownerChoices(), seen);
        }
    }

    /** Puts the tag on that was typed. */
    public void addTag() {
        done(() -> marks.tag(page.getId(), tagText, Optional.of(tagColour)).name(), "marks.tagged");
    }

    /** Takes a tag off. */
    public void removeTag(TagView tag) {
        done(
                () -> {
                    marks.untag(page.getId(), tag.id());
                    return tag.name();
                },
                "marks.untagged");
    }

    /** Puts the flag on that was chosen. */
    public void addFlag() {
        done(() -> marks.flag(page.getId(), new FlagDraft(flagType, flagNote)).type(), "marks.flagged");
    }

    /** Takes a flag off. */
    public void removeFlag(long flagId) {
        done(
                () -> {
                    marks.unflag(page.getId(), flagId);
                    return "";
                },
                "marks.unflagged");
    }

    /** Saves how the customer stands. */
    public void saveHealth() {
        done(
                () -> marks.health(page.getId(), Optional.ofNullable(form.getHealth()))
                        .displayName(),
                "marks.healthSaved");
    }

    /**
     * Saves who looks after the customer: what was changed in the dialog. Where somebody else changed the same meanwhile, that is shown
     * beside the field, and is what the next try starts from.
     */
    public void saveOwners() {
        try {
            done(() -> marks.owners(page.getId(), seen, form.owners()).displayName(), "marks.ownersSaved");
        } catch (AppException e) {
            if (e.kind() != ErrorKind.STALE) {
                throw e;
            }
            errors.show(e.errors(), texts);
            seen = customers.find(page.getId()).orElseThrow().owners();
        }
    }

    /** Turns automatic payments on or off: to the opposite of what they are. */
    public void toggleAutoPayments() {
        boolean on = !page.getCustomer().autoPayments();
        done(() -> marks.autoPayments(page.getId(), on).displayName(), on ? "marks.autoOn" : "marks.autoOff");
    }

    /** Turns late fees on or off: to the opposite of what they are. */
    public void toggleLateFees() {
        boolean on = !page.getCustomer().lateFees();
        done(() -> marks.lateFees(page.getId(), on).displayName(), on ? "marks.feesOn" : "marks.feesOff");
    }

    /** Archives the customer, or brings it back. */
    public void toggleArchived() {
        boolean hidden = !page.getCustomer().archived();
        done(() -> marks.archive(page.getId(), hidden).displayName(), hidden ? "marks.archived" : "marks.restored");
    }

    /** Everything that Kontor holds of the customer, as a file. */
    public StreamedContent getPersonalData() {
        long id = page.getId();
        personalData.begin(id);
        return DefaultStreamedContent.builder()
                .name("customer-" + id + ".zip")
                .contentType("application/zip")
                .writer(out -> personalData.write(id, out))
                .build();
    }

    private void done(Supplier<String> work, String message) {
        errors.clear();
        try {
            notices.done(texts.of(message, work.get()));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            errors.show(e.errors(), texts);
            return;
        }
        notices.go("/customer.xhtml?id=" + page.getId() + "&tab=" + page.getTab());
    }

    /** Tags of the customer. */
    public List<TagView> getTags() {
        return tags;
    }

    /** Tags that can be chosen. */
    public List<SystemTableEntryView> getKnownTags() {
        return knownTags;
    }

    /** Types of flags that can be chosen. */
    public List<SystemTableEntryView> getFlagTypes() {
        return flagTypes;
    }

    /** Users who can look after customers. */
    public List<OwnerChoice> getPeople() {
        return people;
    }

    /** Colours of tags. */
    public TagColour[] getColours() {
        return TagColour.values();
    }

    /** Values of health to choose from. */
    public CustomerHealth[] getHealths() {
        return CustomerHealth.values();
    }

    /** What stands in the inputs for health and owners. */
    public MarksForm getForm() {
        return form;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Who plays each part, for the details: part and sign-in name of those that are set. */
    public List<Owners.Part> getParts() {
        return List.of(Owners.Part.values()).stream()
                .filter(part -> page.getCustomer().owners().of(part).isPresent())
                .toList();
    }

    /** Who plays the part; the sign-in name when the reader may not choose owners. */
    public String owner(Owners.Part part) {
        String login = page.getCustomer().owners().of(part).orElse("");
        return people.stream()
                .filter(p -> p.login().equals(login))
                .map(OwnerChoice::name)
                .findFirst()
                .orElse(login);
    }

    /** Text of the new tag. */
    public String getTagText() {
        return tagText;
    }

    /** Sets the text of the new tag. */
    public void setTagText(@Nullable String value) {
        tagText = value == null ? "" : value;
    }

    /** Colour of the new tag. */
    public TagColour getTagColour() {
        return tagColour;
    }

    /** Sets the colour of the new tag. */
    public void setTagColour(TagColour value) {
        tagColour = value;
    }

    /** Type of the new flag. */
    public String getFlagType() {
        return flagType;
    }

    /** Sets the type of the new flag. */
    public void setFlagType(@Nullable String value) {
        flagType = value == null ? "" : value;
    }

    /** Note of the new flag. */
    public String getFlagNote() {
        return flagNote;
    }

    /** Sets the note of the new flag. */
    public void setFlagNote(@Nullable String value) {
        flagNote = value == null ? "" : value;
    }
}
