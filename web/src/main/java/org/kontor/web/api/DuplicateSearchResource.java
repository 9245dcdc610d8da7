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
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.lifecycle.DuplicateDecision;
import org.kontor.lifecycle.DuplicateGroup;
import org.kontor.lifecycle.DuplicateSearchView;
import org.kontor.lifecycle.DuplicateSearches;
import org.kontor.lifecycle.MatchScore;
import org.kontor.shared.AppException;
import org.kontor.shared.Page;

/** Searches over all customers for those who may be the same. */
@Path("/duplicate-searches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates")
public class DuplicateSearchResource {

    @Inject
    DuplicateSearches searches;

    /** Searches, newest first. */
    @GET
    @Operation(summary = "Lists searches for duplicates, newest first")
    public Page<DuplicateSearchView> list(@BeanParam Paging paging) {
        return searches.list(paging.request());
    }

    /** Starts one. */
    @POST
    @Accepted
    @Operation(
            summary = "Searches all customers for duplicates",
            description =
                    "One at a time. What a former search found is replaced when this one has succeeded. Archived customers are left"
                            + " out. Needs find:duplicate.")
    public DuplicateSearchView start() {
        return searches.start();
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows how far a search is")
    public Optional<DuplicateSearchView> find(@PathParam("id") long id) {
        return searches.find(id);
    }

    /** Stops one. */
    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Stops a search before its next piece")
    public DuplicateSearchView cancel(@PathParam("id") long id) {
        return searches.cancel(id);
    }

    /** What it found. */
    @GET
    @Path("{id}/groups")
    @Operation(
            summary = "Lists groups of customers who may be one and about whom nobody has decided",
            description =
                    "In each group the customer who was created first comes first. CERTAIN: same birthdate and same last name;"
                            + " LIKELY: enough is alike for a person to look. reasons say field by field what speaks for it (positive"
                            + " weight, in bits) and against it. band narrows to groups with such a pair.")
    public Page<DuplicateGroup> groups(
            @PathParam("id") long id, @QueryParam("band") @DefaultValue("") String band, @BeanParam Paging paging) {
        return searches.groups(id, band(band), paging.request());
    }

    private static Optional<MatchScore.Band> band(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "CERTAIN" -> Optional.of(MatchScore.Band.CERTAIN);
            case "LIKELY" -> Optional.of(MatchScore.Band.LIKELY);
            default -> throw AppException.invalid("band", "UNKNOWN_VALUE", "Choose CERTAIN or LIKELY.");
        };
    }

    /** Takes customers out of the queue. */
    @POST
    @Path("{id}/dismissals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says that customers are different, or to be looked at later",
            description =
                    "decision NOT_DUPLICATE is remembered: no later search shows them as a pair. LATER hides them until the day"
                            + " of until. Holds for each two of customerIds, and stands in the history of each.")
    public void dismiss(@PathParam("id") long id, DuplicateDecision decision) {
        searches.decide(id, decision);
    }
}
