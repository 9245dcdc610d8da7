package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.shared.AppException;
import org.kontor.shared.Page;
import org.kontor.ticket.TicketDraft;
import org.kontor.ticket.TicketStatus;
import org.kontor.ticket.TicketView;
import org.kontor.ticket.Tickets;

/** Tickets of a customer. */
@Path("/customers/{id}/tickets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class CustomerTicketResource {

    @Inject
    Tickets tickets;

    /** Tickets, the latest opened first. */
    @GET
    @Operation(
            summary = "Lists the tickets of a customer, the latest opened first",
            description = "status: only in these states, separated by commas: NEW, OPEN, PENDING, CLOSED, VOID.")
    public Page<TicketView> list(
            @PathParam("id") long id, @QueryParam("status") @DefaultValue("") String status, @BeanParam Paging paging) {
        return tickets.ofCustomer(id, statuses(status), paging.request());
    }

    /** Opens one. */
    @POST
    @Created("/tickets")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Opens a ticket for a customer",
            description =
                    "The text is read for how the customer feels; the sentiment of the customer changes with it. With source"
                            + " and sourceId, the ticket of another system, it comes in once: the second time is 409.")
    public TicketView open(@PathParam("id") long id, TicketDraft draft) {
        return tickets.open(id, draft);
    }

    private static Set<TicketStatus> statuses(String names) {
        return Stream.of(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Arrays.stream(TicketStatus.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> AppException.invalid(
                                "status",
                                "UNKNOWN_VALUE",
                                "Choose from " + Arrays.toString(TicketStatus.values()) + ".")))
                .collect(Collectors.toSet());
    }
}
