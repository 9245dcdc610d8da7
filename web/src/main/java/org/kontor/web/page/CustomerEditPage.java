package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
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
import org.kontor.lifecycle.DuplicateView;
import org.kontor.lifecycle.Duplicates;
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.settings.EntityChoice;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** The form that creates a customer, or changes the one whose {@code id} stands in the address. */
@Named("customerEditPage")
@ViewScoped
public class CustomerEditPage extends EditPage<CustomerView, CustomerDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    CompanyEntities companies;

    @Inject
    Customers customers;

    @Inject
    CustomerMarks marks;

    @Inject
    CustomFields customFields;

    @Inject
    ShellPage shell;

    @Inject
    Duplicates duplicates;

    @Inject
    DuplicateCases cases;

    private long id;
    private List<DuplicateView> alike = List.of();
    private final CustomerForm form = new CustomerForm();
    private List<OwnerChoice> people = List.of();
    private transient List<EntityChoice> entities = List.of();

    /** Takes the class of its drafts. */
    public CustomerEditPage() {
        super(CustomerDraft.class);
    }

    /** Fetches the customer; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CUSTOMER);
        form.getMarks().getCustom().offer(customFields.of(CustomFieldOwner.CUSTOMER), texts.locale());
        people = marks.ownerChoices();
        entities = companies.choices();
        if (id == 0) {
            form.setStatus(customers.firstStatus());
        } else {
            begin();
        }
    }

    /** Company entities to choose from. */
    public List<EntityChoice> getEntities() {
        return entities;
    }

    /** Saves what was typed; a new customer who looks like one who is there is shown beside them first. */
    @Override
    public synchronized void save() {
        alike = isFresh()
                        && shell.may(Permission.READ_CUSTOMER.wireName())
                        && unreadable().isEmpty()
                        && CustomerRules.check(typed()).errors().isEmpty()
                ? duplicates.check(typed())
                : List.of();
        if (alike.isEmpty()) {
            super.save();
        } else {
            getErrors().clear();
        }
    }

    /** Saves a new customer although there are some who look like it. */
    public synchronized void saveAnyway() {
        alike = List.of();
        super.save();
    }

    @Override
    protected CustomerView load() {
        return customers.find(id).orElseThrow(this::absent);
    }

    @Override
    protected CustomerView create(CustomerDraft draft) {
        return customers.register(draft);
    }

    @Override
    protected CustomerView change(CustomerView seen, CustomerDraft draft) {
        return customers.revise(id, seen.version(), draft);
    }

    @Override
    protected CustomerDraft draftOf(CustomerView view) {
        return view.toDraft();
    }

    @Override
    protected CustomerDraft typed() {
        return form.draft(stored().map(CustomerView::customerClass));
    }

    @Override
    protected List<FieldError> against(CustomerDraft draft) {
        return CustomerRules.check(draft).errors();
    }

    @Override
    protected List<FieldError> unreadable() {
        List<FieldError> wrong = new ArrayList<>(form.unreadable(texts));
        if (!wrong.isEmpty()) {
            wrong.addAll(CustomerRules.check(typed()).errors());
        }
        return wrong;
    }

    @Override
    protected void fill(CustomerDraft draft) {
        form.fill(draft);
    }

    @Override
    protected String changedBy(CustomerView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(CustomerView view) {
        return new Saved(texts.of(isFresh() ? "edit.created" : "edit.saved"), "/customer.xhtml?id=" + view.id());
    }

    private AppException absent() {
        return new AppException(
                ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", texts.of("customer.notFound", Long.toString(id)));
    }

    /** Display name of the customer that is changed; empty for a new one. */
    public String getName() {
        return stored().map(CustomerView::displayName).orElse("");
    }

    /** Customers who look like the one that is entered; empty until it is to be saved. */
    public List<DuplicateView> getAlike() {
        return alike;
    }

    /** Why one of them looks like it. */
    public String why(DuplicateView view) {
        return cases.why(view);
    }

    /** What stands in the inputs. */
    public CustomerForm getForm() {
        return form;
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
        return MarksForm.withHolders(people, form.getMarks().owners());
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
