package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.communication.MessageKind;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.lifecycle.Erasures;
import org.kontor.note.NoteView;
import org.kontor.note.Notes;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.timeline.Timeline;
import org.kontor.timeline.TimelineEntry;
import org.primefaces.PrimeFaces;

/** The customer record. {@code id} and {@code tab} stand in the address. */
@Named("customerPage")
@ViewScoped
public class CustomerPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> TABS = Set.of(
            "overview",
            "contacts",
            "notes",
            "tickets",
            "journal",
            "documents",
            "attachments",
            "communication",
            "todo",
            "transactions",
            "subscriptions",
            "plans",
            "medical",
            "timeline");
    private static final int FEW = 5;

    @Inject
    Customers customers;

    @Inject
    Contacts contacts;

    @Inject
    ContactMenu menu;

    @Inject
    Notes notes;

    @Inject
    Timeline timeline;

    @Inject
    CustomFields customFields;

    @Inject
    Erasures erasures;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    Lines lines;

    private long id;
    private String tab = "overview";
    private String kind = "";
    private List<String> nouns = List.of();
    private String noteText = "";
    private boolean noteInternal = true;
    private final FieldErrors errors = new FieldErrors();
    private Optional<CustomerView> customer = Optional.empty();
    private Optional<CustomerView> parent = Optional.empty();
    private List<ContactView> people = List.of();
    private String contactsOwner = "";
    private List<Lines.Filled> customValues = List.of();
    private Page<NoteView> written = new Page<>(List.of(), Optional.empty());
    private Page<TimelineEntry> history = new Page<>(List.of(), Optional.empty());

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        customer = customers.find(id);
        if (customer.isEmpty()) {
            throw erasures.wasErased(id)
                    ? new AppException(
                            ErrorKind.GONE, "CUSTOMER_ERASED", texts.of("customer.erased", Long.toString(id)))
                    : new AppException(
                            ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", texts.of("customer.notFound", Long.toString(id)));
        }
        texts.timesOf(getCustomer().entityId());
        parent = getCustomer().parentId().flatMap(customers::find);
        people = contacts.ofCustomer(id);
        contactsOwner = contacts.owner(id).orElse("");
        customValues = lines.filled(
                customFields.of(CustomFieldOwner.CUSTOMER), getCustomer().customFields());
        if (isTab("overview") || isTab("notes")) {
            written = notes.ofCustomer(id, size(isTab("notes")));
        }
        if (isTab("overview") || isTab("timeline")) {
            history = timeline.ofCustomer(id, kinds(), size(isTab("timeline")));
            nouns = isTab("timeline") ? timeline.nouns(id) : List.of();
        }
    }

    private static PageRequest size(boolean whole) {
        return whole ? PageRequest.first() : new PageRequest(FEW, Optional.empty());
    }

    /** Adds the note that was typed. */
    public void addNote() {
        if (noted().isPresent()) {
            open();
        }
    }

    /** Adds the note that was typed, and goes on to a message that begins with its text (S4-04). */
    public void handOn(MessageKind channel) {
        noted().ifPresent(note ->
                notices.go("/message-edit.xhtml?customer=" + id + "&channel=" + channel + "&note=" + note.id()));
    }

    /** The note, once it is stored; empty when it was refused. */
    private Optional<NoteView> noted() {
        errors.clear();
        NoteView note;
        try {
            note = notes.add(id, noteText, noteInternal);
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            errors.show(e.errors(), texts);
            return Optional.empty();
        }
        noteText = "";
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
        notices.done(texts.of("note.added"));
        return Optional.of(note);
    }

    /** Shows the next piece of the notes below those on the page. */
    public void moreNotes() {
        written.nextCursor().ifPresent(cursor -> {
            Page<NoteView> next = notes.ofCustomer(id, new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            written = new Page<>(joined(written.items(), next.items()), next.nextCursor());
        });
    }

    /** Shows the next piece of the timeline below what is on the page. */
    public void moreHistory() {
        history.nextCursor().ifPresent(cursor -> {
            Page<TimelineEntry> next =
                    timeline.ofCustomer(id, kinds(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            history = new Page<>(joined(history.items(), next.items()), next.nextCursor());
        });
    }

    private Set<String> kinds() {
        return isTab("timeline") && !kind.isEmpty() ? Set.of(kind) : Set.of();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Sets a contact to the opposite state (S2-39). */
    public void toggle(ContactView contact) {
        menu.toggle(contact);
        open();
    }

    /** Makes a contact the primary one (S2-42). */
    public void makePrimary(ContactView contact) {
        menu.makePrimary(contact);
        open();
    }

    /** The customer. */
    public CustomerView getCustomer() {
        return customer.orElseThrow(
                () -> new AppException(ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", texts.of("customer.notFound", id)));
    }

    /** Name of the parent account; empty for none. */
    public String getParentName() {
        return parent.map(CustomerView::displayName).orElse("");
    }

    /** The contact of the header: the primary one, if active (S1-18, X-08); null for none, as expressions know no Optional. */
    public @Nullable ContactView getHeaderContact() {
        return people.stream()
                .filter(c -> c.primary() && c.status() == ContactStatus.ACTIVE)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether the header shows the customer's own e-mail address and phone, labelled as such: no active contact, and the
     * company wants it so (S1-21, X-08).
     */
    public boolean isFallback() {
        return getHeaderContact() == null && customers.headerFallback();
    }

    /** Contacts: primary first, then active ones, then by name. */
    public List<ContactView> getPeople() {
        return people;
    }

    /** The system that keeps the contacts, so that they are read-only here (S4-45); empty for Kontor. */
    public String getContactsOwner() {
        return contactsOwner;
    }

    /** Notes, newest first. */
    public List<NoteView> getWritten() {
        return written.items();
    }

    /** Whether there are more notes. */
    public boolean isMoreWritten() {
        return written.nextCursor().isPresent();
    }

    /** What happened, newest first, by day. */
    public List<HistoryDay> getHistory() {
        return HistoryDay.of(history.items(), texts);
    }

    /** Whether there is more history. */
    public boolean isMoreHistory() {
        return history.nextCursor().isPresent();
    }

    /** The postal address in one line. */
    public String getAddressLine() {
        return lines.address(getCustomer().address());
    }

    /** Custom fields that have a value, in the order of the form. */
    public List<Lines.Filled> getCustomValues() {
        return customValues;
    }

    /** Whether this tab is shown. */
    public boolean isTab(String name) {
        return tab.equals(name);
    }

    /** What is wrong with the note. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the customer. */
    public long getId() {
        return id;
    }

    /** Sets the id of the customer. */
    public void setId(long value) {
        id = value;
    }

    /** Tab that is shown. */
    public String getTab() {
        return tab;
    }

    /** Sets the tab; an unknown one means the overview. */
    public void setTab(@Nullable String value) {
        tab = value != null && TABS.contains(value) ? value : "overview";
    }

    /** The kind of event that the timeline is narrowed to; empty for all. */
    public String getKind() {
        return kind;
    }

    /** Sets the kind of event. */
    public void setKind(@Nullable String value) {
        kind = value == null ? "" : value;
    }

    /** Kinds of events that the timeline can be narrowed to. */
    public List<String> getNouns() {
        return nouns;
    }

    /** What readers call a kind of event. */
    public String nounLabel(String noun) {
        return texts.find("historyNoun." + noun).orElse(noun);
    }

    /** Text of the new note. */
    public String getNoteText() {
        return noteText;
    }

    /** Sets the text of the new note. */
    public void setNoteText(@Nullable String value) {
        noteText = value == null ? "" : value;
    }

    /** Whether only staff may see the new note. */
    public boolean isNoteInternal() {
        return noteInternal;
    }

    /** Sets whether only staff may see the new note. */
    public void setNoteInternal(boolean value) {
        noteInternal = value;
    }
}
