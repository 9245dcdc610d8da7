package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactRules;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.settings.SystemTable;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.web.page.Choices.Choice;

/** The form that adds a contact to the {@code customer} of the address, or changes the contact {@code id}. */
@Named("contactEditPage")
@ViewScoped
public class ContactEditPage extends EditPage<ContactView, ContactDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    Contacts contacts;

    @Inject
    CustomFields fields;

    @Inject
    Customers customers;

    @Inject
    ShellPage shell;

    @Inject
    Choices choices;

    private long id;
    private long customerId;
    private String customerName = "";
    private String owner = "";
    private List<Choice> types = List.of();
    private final ContactForm form = new ContactForm();

    /** Takes the class of its drafts. */
    public ContactEditPage() {
        super(ContactDraft.class);
    }

    /** Fetches the contact or its customer; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CUSTOMER);
        form.getCustom().offer(fields.of(CustomFieldOwner.CONTACT), texts.locale());
        if (id != 0) {
            customerId = begin().customerId();
        }
        customerName = customers.find(customerId).map(CustomerView::displayName).orElseThrow(this::absent);
        owner = contacts.owner(customerId).orElse("");
        if (id == 0 && !owner.isEmpty()) {
            notices.refused(texts.of("contact.keptElsewhere", owner));
            notices.go("/customer.xhtml?id=" + customerId + "&tab=contacts");
        }
        types = choices.of(
                SystemTable.CONTACT_TYPES,
                form.getContactType(),
                stored().map(ContactView::contactTypeName).orElse(""));
    }

    @Override
    protected ContactView load() {
        return contacts.find(id).orElseThrow(this::absent);
    }

    @Override
    protected ContactView create(ContactDraft draft) {
        return contacts.add(customerId, draft);
    }

    @Override
    protected ContactView change(ContactView seen, ContactDraft draft) {
        return contacts.revise(id, seen.version(), draft);
    }

    @Override
    protected ContactDraft draftOf(ContactView view) {
        return view.toDraft();
    }

    @Override
    protected List<FieldError> unreadable() {
        return form.getCustom().unreadable(texts);
    }

    @Override
    protected List<FieldError> against(ContactDraft draft) {
        return ContactRules.wrong(draft);
    }

    @Override
    protected ContactDraft typed() {
        if (!owner.isEmpty() && form.getStatus() == ContactStatus.INACTIVE) {
            // Who is primary is not asked for here then, and an inactive contact cannot be it (S2-41).
            form.setPrimary(false);
        }
        return form.draft();
    }

    @Override
    protected void fill(ContactDraft draft) {
        form.fill(draft);
    }

    @Override
    protected String changedBy(ContactView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(ContactView view) {
        return new Saved(texts.of("contact.saved"), "/contact.xhtml?id=" + view.id());
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

    /** Name of the contact that is changed; empty for a new one. */
    public String getName() {
        return stored().map(ContactView::name).orElse("");
    }

    /**
     * The system that keeps the contacts of the customer: consent and state alone are decided here then (S4-45, X-09); empty for Kontor.
     */
    public String getOwner() {
        return owner;
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** What stands in the inputs. */
    public ContactForm getForm() {
        return form;
    }

    /** Contact types to choose from. */
    public List<Choice> getTypes() {
        return types;
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
