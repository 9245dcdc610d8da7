package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.ticket.SentimentExplanation;
import org.kontor.ticket.Tickets;

/** How a customer feels, and why. */
@Path("/customers/{id}/sentiment")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class SentimentResource {

    @Inject
    Tickets tickets;

    /** Where the sentiment comes from. */
    @GET
    @Operation(
            summary = "Explains the sentiment of a customer: which tickets and which words moved it",
            description =
                    "The mean over the tickets of the last 90 days that are not void, from -1 to 1; recent ones weigh more when the company"
                            + " setting sentimentRecency says so.")
    public SentimentExplanation find(@PathParam("id") long id) {
        return tickets.sentiment(id);
    }
}
