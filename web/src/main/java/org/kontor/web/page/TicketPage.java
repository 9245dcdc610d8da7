package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.ticket.TicketView;
import org.kontor.ticket.Tickets;

/** The ticket whose {@code id} stands in the address, and what in its words says how the writer feels (S1-13). */
@Named("ticketPage")
@ViewScoped
public class TicketPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Tickets tickets;

    @Inject
    Contacts contacts;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    private long id;
    private Optional<TicketView> ticket = Optional.empty();
    private Optional<CustomerView> customer = Optional.empty();
    private Optional<ContactView> contact = Optional.empty();

    /** Fetches what the page shows; called once when the page is opened. */
    public void open() {
        TicketView view = tickets.find(id).orElseThrow(this::absent);
        ticket = Optional.of(view);
        customer = customers.find(view.customerId());
        contact = view.contactId().flatMap(contacts::find);
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "TICKET_NOT_FOUND", texts.of("ticket.notFound", Long.toString(id)));
    }

    /** The ticket. */
    public TicketView getTicket() {
        return ticket.orElseThrow(this::absent);
    }

    /** The customer. */
    public CustomerView getCustomer() {
        return customer.orElseThrow(this::absent);
    }

    /** The contact who opened it; null for none, as expressions know no Optional. */
    public @Nullable ContactView getContact() {
        return contact.orElse(null);
    }

    /** Id of the ticket. */
    public long getId() {
        return id;
    }

    /** Sets the id of the ticket. */
    public void setId(long value) {
        id = value;
    }
}
