package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.kontor.access.Permission;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.settings.SystemTable;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.ticket.TicketDraft;
import org.kontor.ticket.TicketRules;
import org.kontor.ticket.TicketStatus;
import org.kontor.ticket.TicketView;
import org.kontor.ticket.Tickets;
import org.kontor.web.page.Choices.Choice;

/** The form that opens a ticket for the {@code customer} of the address, or changes the ticket {@code id}. */
@Named("ticketEditPage")
@ViewScoped
public class TicketEditPage extends EditPage<TicketView, TicketDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    Tickets tickets;

    @Inject
    Contacts contacts;

    @Inject
    Customers customers;

    @Inject
    Choices choices;

    @Inject
    ShellPage shell;

    @Inject
    Clock clock;

    private long id;
    private long customerId;
    private String customerName = "";
    private List<ContactView> people = List.of();
    private List<Choice> types = List.of();
    private List<Choice> priorities = List.of();
    private List<Choice> severities = List.of();
    private final TicketForm form = new TicketForm();

    /** Takes the class of its drafts. */
    public TicketEditPage() {
        super(TicketDraft.class);
    }

    /** Fetches the ticket or its customer; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CUSTOMER);
        if (id != 0) {
            customerId = begin().customerId();
        }
        customerName = customers.find(customerId).map(CustomerView::displayName).orElseThrow(this::absent);
        people = contacts.ofCustomer(customerId);
        types = choices.of(SystemTable.TICKET_TYPES, form.getType(), of(TicketView::typeName));
        priorities = choices.of(SystemTable.TICKET_PRIORITIES, form.getPriority(), of(TicketView::priorityName));
        severities = choices.of(SystemTable.TICKET_SEVERITIES, form.getSeverity(), of(TicketView::severityName));
    }

    private String of(Function<TicketView, String> name) {
        return stored().map(name).orElse("");
    }

    @Override
    protected TicketView load() {
        return tickets.find(id).orElseThrow(this::absent);
    }

    @Override
    protected TicketView create(TicketDraft draft) {
        return tickets.open(customerId, draft);
    }

    @Override
    protected TicketView change(TicketView seen, TicketDraft draft) {
        return tickets.revise(id, seen.version(), draft);
    }

    @Override
    protected TicketDraft draftOf(TicketView view) {
        return view.toDraft();
    }

    @Override
    protected TicketDraft typed() {
        return form.draft();
    }

    @Override
    protected List<FieldError> against(TicketDraft draft) {
        return TicketRules.wrong(draft, clock.instant());
    }

    @Override
    protected void fill(TicketDraft draft) {
        form.fill(draft);
    }

    @Override
    protected String changedBy(TicketView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(TicketView view) {
        return new Saved(texts.of("ticket.saved"), "/ticket.xhtml?id=" + view.id());
    }

    private AppException absent() {
        return id == 0
                ? new AppException(
                        ErrorKind.ABSENT,
                        "CUSTOMER_NOT_FOUND",
                        texts.of("customer.notFound", Long.toString(customerId)))
                : new AppException(
                        ErrorKind.ABSENT, "TICKET_NOT_FOUND", texts.of("ticket.notFound", Long.toString(id)));
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** Contacts of the customer, to choose from. */
    public List<ContactView> getPeople() {
        return people;
    }

    /** What stands in the inputs. */
    public TicketForm getForm() {
        return form;
    }

    /** States to choose from. */
    public TicketStatus[] getStatuses() {
        return TicketStatus.values();
    }

    /** Types to choose from. */
    public List<Choice> getTypes() {
        return types;
    }

    /** Priorities to choose from. */
    public List<Choice> getPriorities() {
        return priorities;
    }

    /** Severities to choose from. */
    public List<Choice> getSeverities() {
        return severities;
    }

    /** Id of the ticket; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id of the ticket. */
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
