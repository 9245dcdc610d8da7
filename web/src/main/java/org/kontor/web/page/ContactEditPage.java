package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.PrimeFaces;

/** The form that adds a contact to the {@code customer} of the address, or changes the contact {@code id}. */
@Named("contactEditPage")
@ViewScoped
public class ContactEditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Contacts contacts;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    private long id;
    private long customerId;
    private String customerName = "";
    private final ContactForm form = new ContactForm();
    private final FieldErrors errors = new FieldErrors();
    private Optional<ContactView> stored = Optional.empty();
    private Optional<ContactView> theirs = Optional.empty();
    private Optional<Merge<ContactDraft>> conflict = Optional.empty();
    private boolean done;

    /** Fetches the contact or its customer; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CUSTOMER);
        if (id != 0) {
            ContactView view = contacts.find(id).orElseThrow(this::absent);
            stored = Optional.of(view);
            form.fill(view);
            customerId = view.customerId();
        }
        customerName = customers.find(customerId).map(CustomerView::displayName).orElseThrow(this::absent);
    }

    /** Saves what was typed. Said twice, it saves once. */
    public synchronized void save() {
        conflict = Optional.empty();
        errors.clear();
        if (done) {
            return;
        }
        try {
            finish(
                    stored.isEmpty()
                            ? contacts.add(customerId, form.draft())
                            : contacts.revise(id, version(), form.draft()),
                    texts.of("contact.saved"));
        } catch (AppException e) {
            refused(e, form.draft());
        }
    }

    /** Saves with the choices made where somebody else had changed the same fields. */
    public synchronized void saveChosen() {
        Optional<Merge<ContactDraft>> chosen = conflict;
        if (done || chosen.isEmpty() || theirs.isEmpty()) {
            return;
        }
        stored = theirs;
        form.fill(chosen.get().result());
        save();
    }

    private void refused(AppException e, ContactDraft draft) {
        switch (e.kind()) {
            case INVALID, CONFLICT -> {
                if (e.errors().isEmpty()) {
                    notices.refused(String.valueOf(e.getMessage()));
                }
                errors.show(e.errors(), texts);
            }
            case STALE -> compare(draft);
            default -> throw e;
        }
    }

    private void compare(ContactDraft yours) {
        ContactView before = stored.orElseThrow(this::absent);
        ContactView current = contacts.find(id).orElseThrow(this::absent);
        Merge<ContactDraft> merge = Merge.of(ContactDraft.class, before.toDraft(), current.toDraft(), yours);
        theirs = Optional.of(current);
        if (!merge.getChoices().isEmpty()) {
            conflict = Optional.of(merge);
            PrimeFaces.current().ajax().addCallbackParam("conflict", true);
            return;
        }
        stored = theirs;
        form.fill(merge.result());
        try {
            finish(
                    contacts.revise(id, version(), merge.result()),
                    texts.of("edit.savedMerged", current.updatedBy(), texts.labels(merge.getKept())));
        } catch (AppException e) {
            refused(e, merge.result());
        }
    }

    private void finish(ContactView saved, String message) {
        done = true;
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
        notices.done(message);
        notices.go("/contact.xhtml?id=" + saved.id());
    }

    private long version() {
        return stored.map(ContactView::version).orElseThrow(this::absent);
    }

    private AppException absent() {
        return id == 0
                ? new AppException(
                        ErrorKind.ABSENT,
                        "CUSTOMER_NOT_FOUND",
                        texts.of("customer.notFound", Long.toString(customerId)))
                : new AppException(
                        ErrorKind.ABSENT, "CONTACT_NOT_FOUND", texts.of("contact.notFound", Long.toString(id)));
    }

    /** The fields that both changed; null for none, as expressions know no Optional. */
    public @Nullable Merge<ContactDraft> getConflict() {
        return conflict.orElse(null);
    }

    /** The contact as somebody else saved it meanwhile; null for none. */
    public @Nullable ContactView getTheirs() {
        return theirs.orElse(null);
    }

    /** Whether a new contact is made. */
    public boolean isFresh() {
        return stored.isEmpty();
    }

    /** Name of the contact that is changed; empty for a new one. */
    public String getName() {
        return stored.map(ContactView::name).orElse("");
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** What stands in the inputs. */
    public ContactForm getForm() {
        return form;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** States to choose from. */
    public ContactStatus[] getStatuses() {
        return ContactStatus.values();
    }

    /** Id of the contact; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id of the contact. */
    public void setId(long value) {
        id = value;
    }

    /** Id of the customer. */
    public long getCustomerId() {
        return customerId;
    }

    /** Sets the id of the customer. */
    public void setCustomerId(long value) {
        customerId = value;
    }
}
