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
import org.kontor.customer.AccountType;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.CustomerMarks;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.OwnerChoice;
import org.kontor.customer.PhoneType;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.primefaces.PrimeFaces;

/** The form that creates a customer, or changes the one whose {@code id} stands in the address. */
@Named("customerEditPage")
@ViewScoped
public class CustomerEditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Customers customers;

    @Inject
    CustomerMarks marks;

    @Inject
    CustomFields customFields;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    private long id;
    private final CustomerForm form = new CustomerForm();
    private final FieldErrors errors = new FieldErrors();
    private Optional<CustomerView> stored = Optional.empty();
    private Optional<CustomerView> theirs = Optional.empty();
    private Optional<Merge<CustomerDraft>> conflict = Optional.empty();
    private List<OwnerChoice> people = List.of();
    private boolean done;

    /** Fetches the customer; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CUSTOMER);
        form.getMarks().offer(customFields.of(CustomFieldOwner.CUSTOMER));
        people = marks.ownerChoices();
        if (id == 0) {
            form.setStatus(customers.firstStatus());
        } else {
            CustomerView view = customers.find(id).orElseThrow(this::absent);
            stored = Optional.of(view);
            form.fill(view.toDraft());
        }
    }

    /** Saves what was typed. Said twice, it saves once. */
    public synchronized void save() {
        conflict = Optional.empty();
        if (done || !readable()) {
            return;
        }
        CustomerDraft draft = draft();
        try {
            finish(
                    stored.isEmpty() ? customers.register(draft) : customers.revise(id, version(), draft),
                    texts.of(stored.isEmpty() ? "edit.created" : "edit.saved"));
        } catch (AppException e) {
            refused(e, draft);
        }
    }

    /** Saves with the choices made where somebody else had changed the same fields. */
    public synchronized void saveChosen() {
        Optional<Merge<CustomerDraft>> chosen = conflict;
        if (done || chosen.isEmpty() || theirs.isEmpty()) {
            return;
        }
        rebase();
        form.fill(chosen.get().result());
        save();
    }

    private void refused(AppException e, CustomerDraft draft) {
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

    private void compare(CustomerDraft yours) {
        CustomerView before = stored.orElseThrow(this::absent);
        CustomerView current = customers.find(id).orElseThrow(this::absent);
        Merge<CustomerDraft> merge = Merge.of(CustomerDraft.class, before.toDraft(), current.toDraft(), yours);
        theirs = Optional.of(current);
        if (!merge.getChoices().isEmpty()) {
            conflict = Optional.of(merge);
            PrimeFaces.current().ajax().addCallbackParam("conflict", true);
            return;
        }
        rebase();
        form.fill(merge.result());
        try {
            finish(
                    customers.revise(id, version(), merge.result()),
                    texts.of("edit.savedMerged", current.updatedBy(), texts.labels(merge.getKept())));
        } catch (AppException e) {
            refused(e, merge.result());
        }
    }

    private void rebase() {
        stored = theirs;
        theirs = Optional.empty();
        conflict = Optional.empty();
    }

    private void finish(CustomerView saved, String message) {
        done = true;
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
        notices.done(message);
        notices.go("/customer.xhtml?id=" + saved.id());
    }

    private boolean readable() {
        errors.clear();
        List<FieldError> wrong = new ArrayList<>(form.unreadable(texts));
        if (!wrong.isEmpty()) {
            wrong.addAll(CustomerRules.check(draft()).errors());
            errors.show(wrong, texts);
        }
        return wrong.isEmpty();
    }

    private CustomerDraft draft() {
        return form.draft(stored.map(CustomerView::customerClass));
    }

    private long version() {
        return stored.map(CustomerView::version).orElseThrow(this::absent);
    }

    private AppException absent() {
        return new AppException(
                ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", texts.of("customer.notFound", Long.toString(id)));
    }

    /** The fields that both changed; null for none, as expressions know no Optional. */
    public @Nullable Merge<CustomerDraft> getConflict() {
        return conflict.orElse(null);
    }

    /** The customer as somebody else saved it meanwhile; null for none. */
    public @Nullable CustomerView getTheirs() {
        return theirs.orElse(null);
    }

    /** Whether a new customer is made. */
    public boolean isFresh() {
        return stored.isEmpty();
    }

    /** Display name of the customer that is changed; empty for a new one. */
    public String getName() {
        return stored.map(CustomerView::displayName).orElse("");
    }

    /** What stands in the inputs. */
    public CustomerForm getForm() {
        return form;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Classes to choose from. */
    public CustomerClass[] getClasses() {
        return CustomerClass.values();
    }

    /** Account types to choose from. */
    public AccountType[] getAccountTypes() {
        return AccountType.values();
    }

    /** Statuses to choose from. */
    public CustomerStatus[] getStatuses() {
        return CustomerStatus.values();
    }

    /** Bill methods to choose from. */
    public BillMethod[] getBillMethods() {
        return BillMethod.values();
    }

    /** Values of health to choose from. */
    public CustomerHealth[] getHealths() {
        return CustomerHealth.values();
    }

    /** Users who can look after customers. */
    public List<OwnerChoice> getPeople() {
        return people;
    }

    /** Types of phone to choose from. */
    public PhoneType[] getPhoneTypes() {
        return PhoneType.values();
    }

    /** Id of the customer; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id of the customer. */
    public void setId(long value) {
        id = value;
    }
}
