package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.PsaCustomer;
import org.kontor.customer.PsaDraft;
import org.kontor.customer.PsaView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * The customer {@code id} as PSA sees it: the mapped fields and no other (S0-02). Who may change customers changes them here, and
 * everything else stays (S0-03); of one that PSA does not get, the reason is shown (S0-11, S0-12).
 */
@Named("customerPsaPage")
@ViewScoped
public class CustomerPsaPage extends EditPage<CustomerView, PsaDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    Customers customers;

    @Inject
    PsaView psa;

    @Inject
    ShellPage shell;

    private long id;
    private String skipped = "";
    private String name = "";
    private final PsaForm form = new PsaForm();

    /** Takes the class of its drafts. */
    public CustomerPsaPage() {
        super(PsaDraft.class);
    }

    /** Fetches the customer; called once when the page is opened. */
    public void open() {
        shell.require(Permission.READ_CUSTOMER);
        name = record().displayName();
        try {
            begin();
        } catch (AppException e) {
            if (!e.code().startsWith("PSA_")) {
                throw e;
            }
            skipped = texts.say(String.valueOf(e.getMessage()));
        }
    }

    @Override
    protected CustomerView load() {
        psa.find(id);
        return record();
    }

    private CustomerView record() {
        return customers
                .find(id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", texts.of("customer.notFound", Long.toString(id))));
    }

    @Override
    protected CustomerView create(PsaDraft draft) {
        throw new IllegalStateException("The page is about a customer who is there");
    }

    @Override
    protected CustomerView change(CustomerView seen, PsaDraft draft) {
        psa.revise(id, seen.version(), draft);
        return record();
    }

    @Override
    protected PsaDraft draftOf(CustomerView view) {
        return PsaCustomer.of(view).toDraft();
    }

    @Override
    protected PsaDraft typed() {
        return form.draft();
    }

    @Override
    protected List<FieldError> against(PsaDraft draft) {
        return stored().map(now -> PsaView.wrong(now, draft)).orElse(List.of());
    }

    @Override
    protected void fill(PsaDraft draft) {
        form.fill(draft);
    }

    @Override
    protected String changedBy(CustomerView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(CustomerView view) {
        return new Saved(texts.of("edit.saved"), "/customer.xhtml?id=" + view.id());
    }

    /** The customer as PSA sees it. */
    public Optional<PsaCustomer> getSeen() {
        return stored().map(PsaCustomer::of);
    }

    /** Why PSA does not get the customer; empty when it does. */
    public String getSkipped() {
        return skipped;
    }

    /** Display name of the customer. */
    public String getName() {
        return name;
    }

    /** What stands in the inputs. */
    public PsaForm getForm() {
        return form;
    }

    /** Classes to choose from. */
    public CustomerClass[] getClasses() {
        return CustomerClass.values();
    }

    /** Statuses to choose from. */
    public CustomerStatus[] getStatuses() {
        return CustomerStatus.values();
    }

    /** Bill methods to choose from. */
    public BillMethod[] getBillMethods() {
        return BillMethod.values();
    }

    /** Id of the customer. */
    public long getId() {
        return id;
    }

    /** Sets the id of the customer. */
    public void setId(long value) {
        id = value;
    }
}
