package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.kontor.contact.ConsentView;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.contact.JobChangeView;
import org.kontor.contact.JobChanges;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.lifecycle.Erasures;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The contact whose {@code id} stands in the address, and the customer that it belongs to (S2-01, S2-08). */
@Named("contactPage")
@ViewScoped
public class ContactPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Contacts contacts;

    @Inject
    CustomFields fields;

    @Inject
    Customers customers;

    @Inject
    JobChanges jobs;

    @Inject
    Erasures erasures;

    @Inject
    ContactMenu menu;

    @Inject
    Texts texts;

    @Inject
    Lines lines;

    private long id;
    private Optional<ContactView> contact = Optional.empty();
    private Optional<CustomerView> customer = Optional.empty();
    private String owner = "";
    private List<ConsentView> consents = List.of();
    private List<JobChangeView> jobChanges = List.of();
    private List<Lines.Filled> filled = List.of();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        contact = Optional.of(contacts.find(id).orElseThrow(this::absent));
        customer = Optional.of(customers.find(getContact().customerId()).orElseThrow(this::absent));
        texts.timesOf(getCustomer().entityId());
        owner = contacts.owner(getCustomer().id()).orElse("");
        consents = contacts.consents(id);
        jobChanges = jobs.ofContact(id);
        filled = lines.filled(fields.of(CustomFieldOwner.CONTACT), getContact().customFields());
    }

    /** The system that keeps the contacts of the customer, so that they are read-only here (S4-45); empty for Kontor. */
    public String getOwner() {
        return owner;
    }

    /** Custom fields that have a value, in the order of the form. */
    public List<Lines.Filled> getFilled() {
        return filled;
    }

    /** Sets the contact to the opposite state (S2-39). */
    public void toggle() {
        menu.toggle(getContact());
        open();
    }

    /** Makes the contact the primary one (S2-42). */
    public void makePrimary() {
        menu.makePrimary(getContact());
        open();
    }

    /** How the consent to SMS changed, newest first (S2-23). */
    public List<ConsentView> getConsents() {
        return consents;
    }

    /** Changes of the job that its profile showed, newest first (S2-32). */
    public List<JobChangeView> getJobChanges() {
        return jobChanges;
    }

    private AppException absent() {
        if (erasures.contactWasErased(id)) {
            return new AppException(ErrorKind.GONE, "CONTACT_ERASED", texts.of("contact.erased", Long.toString(id)));
        }
        return new AppException(ErrorKind.ABSENT, "CONTACT_NOT_FOUND", texts.of("contact.notFound", Long.toString(id)));
    }

    /** The contact. */
    public ContactView getContact() {
        return contact.orElseThrow(this::absent);
    }

    /** The customer. */
    public CustomerView getCustomer() {
        return customer.orElseThrow(this::absent);
    }

    /** The contact's postal address in one line. */
    public String getAddressLine() {
        return lines.address(getContact().address());
    }

    /** The customer's postal address in one line. */
    public String getCustomerAddressLine() {
        return lines.address(getCustomer().address());
    }

    /** Id of the contact. */
    public long getId() {
        return id;
    }

    /** Sets the id of the contact. */
    public void setId(long value) {
        id = value;
    }
}
