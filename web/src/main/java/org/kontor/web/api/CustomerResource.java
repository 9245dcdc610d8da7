package org.kontor.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerExport;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.lifecycle.DuplicateView;
import org.kontor.lifecycle.Duplicates;
import org.kontor.note.NoteView;
import org.kontor.note.Notes;
import org.kontor.shared.Page;
import org.kontor.timeline.Timeline;
import org.kontor.timeline.TimelineEntry;

/** Customers, and the lists that stand below each. */
@Path("/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerResource {

    @Inject
    Customers customers;

    @Inject
    Duplicates duplicates;

    @Context
    HttpServletResponse answer;

    @Inject
    CustomerExport export;

    @Inject
    Contacts contacts;

    @Inject
    Notes notes;

    @Inject
    Timeline timeline;

    /** The list; see {@link CustomerFilter} for its parameters. */
    @GET
    @Operation(
            summary = "Lists customers",
            description =
                    "q searches name, company, e-mail, phone, account number and external ids: every word must occur."
                            + " Filters: status (several, separated by commas), class, accountType, archived (true, false or any;"
                            + " false when nothing is said), tag, flag, health (each several: one of them must hold), owner (sign-in name, in"
                            + " whatever part), customField (key:value, several: each must hold), notContactedFor (days in which no e-mail was sent to them; needs read:message), importId (brought or changed by an import), entityId, parentId (children of a customer), sentiment (several, with commas: POSITIVE, NEUTRAL, NEGATIVE), country, place (city, or state), createdFrom and createdTo (days, in the time zone of the first company entity), currency, balanceFrom and balanceTo, pastDueFrom and pastDueTo (amounts in the currency of the customer, both included; need read:receivable), portal (several: DISABLED, INVITED, ENABLED, SUSPENDED), cadence (name, several: one of them; needs read:cadence), without (several, each must be lacking: OWNER, TAG, FLAG, EMAIL, PHONE, CADENCE), ids (these, with commas, at most 1,000). A comma that is part of a tag, flag or cadence is written with a backslash before it. sort: name, accountNumber, status, createdAt, updatedAt, lastContacted (needs read:message) or id; with -"
                            + " before it in the other direction.")
    public Page<CustomerView> list(@BeanParam CustomerFilter filter, @BeanParam Paging paging) {
        return customers.page(filter.query(), paging.request());
    }

    /** The list as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads the list of customers as CSV",
            description =
                    "All customers of the list, with the same filters and order, streamed. Spreadsheet formulas are"
                            + " made harmless; Kontor reads the file back without loss. Needs export:customer.")
    public Response export(@BeanParam CustomerFilter filter) {
        CustomerQuery query = filter.query();
        export.begin(query);
        StreamingOutput body = out -> export.write(query, out);
        return Response.ok(body, "text/csv; charset=UTF-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"customers.csv\"")
                .build();
    }

    /** Creates one. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Creates a customer",
            description =
                    "A Residential customer gets its primary contact with it. Status is PENDING and bill method PRINT"
                            + " when nothing is said. Customers who look like it keep nobody from creating it: the header"
                            + " Possible-Duplicates of the answer names their ids, the surest first, with commas; without any it is"
                            + " not there. POST /customers/duplicate-checks asks beforehand.")
    public CustomerView register(CustomerDraft draft) {
        List<DuplicateView> alike =
                CallerContext.current().may(Permission.READ_CUSTOMER.wireName()) ? duplicates.check(draft) : List.of();
        CustomerView created = customers.register(draft);
        if (!alike.isEmpty()) {
            answer.setHeader(
                    "Possible-Duplicates",
                    alike.stream().map(each -> Long.toString(each.customerId())).collect(Collectors.joining(", ")));
        }
        return created;
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a customer")
    public Optional<CustomerView> find(@PathParam("id") long id) {
        return customers.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a customer",
            description =
                    "JSON Merge Patch; with If-Match the version that was seen is the one that is changed, or 412.")
    public CustomerView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<CustomerDraft> body) {
        CustomerView now = customers.find(id).orElseThrow(Absent.of("customer", id));
        return customers.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** One by what another system calls it. */
    @GET
    @Path("by-external-id/{system}/{value: .+}")
    @Operation(summary = "Shows the customer that another system knows by this identifier")
    public Optional<CustomerView> findByExternalId(
            @PathParam("system") String system, @PathParam("value") String value) {
        return customers.findByExternalId(system, value);
    }

    /** Those of a customer, all at once: a customer has few. */
    @GET
    @Path("{id}/contacts")
    @Operation(summary = "Lists the contacts of a customer: the primary one first, then the active ones by name")
    public Page<ContactView> contacts(@PathParam("id") long id) {
        return new Page<>(contacts.ofCustomer(id), Optional.empty());
    }

    /** Adds one. */
    @POST
    @Path("{id}/contacts")
    @Created("/contacts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds a contact to a customer",
            description = "With primary it takes that place from the former primary contact.")
    public ContactView addContact(@PathParam("id") long id, ContactDraft draft) {
        return contacts.add(id, draft);
    }

    /** Notes, newest first. */
    @GET
    @Path("{id}/notes")
    @Operation(summary = "Lists the notes of a customer, newest first")
    public Page<NoteView> notes(@PathParam("id") long id, @BeanParam Paging paging) {
        return notes.ofCustomer(id, paging.request());
    }

    /** Writes a note. */
    @POST
    @Path("{id}/notes")
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Writes a note on a customer")
    public NoteView addNote(@PathParam("id") long id, NoteBody body) {
        return notes.add(id, body.text(), body.internal());
    }

    /** One note. */
    @GET
    @Path("{id}/notes/{noteId}")
    @Operation(summary = "Shows a note")
    public Optional<NoteView> note(@PathParam("id") long id, @PathParam("noteId") long noteId) {
        return notes.find(id, noteId);
    }

    /** What happened, newest first. */
    @GET
    @Path("{id}/timeline")
    @Operation(
            summary = "Lists what happened to a customer, newest first",
            description =
                    "kind: only these kinds of events, separated by commas, such as customer.updated; a noun such as contact"
                            + " stands for all of its kinds.")
    public Page<TimelineEntry> timeline(
            @PathParam("id") long id, @QueryParam("kind") @DefaultValue("") String kind, @BeanParam Paging paging) {
        Set<String> kinds = Stream.of(kind.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
        return timeline.ofCustomer(id, kinds, paging.request());
    }
}
