package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.contact.ConsentView;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactLists;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.contact.JobChangeView;
import org.kontor.contact.JobChanges;
import org.kontor.shared.Page;

/** People of a customer. */
@Path("/contacts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class ContactResource {

    @Inject
    Contacts contacts;

    @Inject
    ContactLists lists;

    @Inject
    JobChanges jobs;

    /** Contacts of all customers. */
    @GET
    @Operation(
            summary = "Lists contacts of all customers, oldest first",
            description = "customField narrows (key:value, several: each must hold).")
    public Page<ContactView> list(@QueryParam("customField") List<String> customField, @BeanParam Paging paging) {
        return lists.list(QueryValues.pairs("customField", customField), paging.request());
    }

    /** The list as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    @Operation(
            summary = "Downloads contacts as CSV",
            description =
                    "All contacts of the list, narrowed alike, with a column for each custom field, streamed. Spreadsheet formulas are"
                            + " made harmless. Needs export:customer and read:customer.")
    public Response export(@QueryParam("customField") List<String> customField) {
        Map<String, String> wanted = QueryValues.pairs("customField", customField);
        lists.begin(wanted);
        StreamingOutput body = out -> lists.write(wanted, out);
        return CsvDownload.of("contacts.csv", body);
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a contact")
    public Optional<ContactView> find(@PathParam("id") long id) {
        return contacts.find(id);
    }

    /** How its consent to SMS changed. */
    @GET
    @Path("{id}/consents")
    @Operation(summary = "Lists how the consent of a contact to SMS changed, newest first")
    public Page<ConsentView> consents(@PathParam("id") long id) {
        return new Page<>(contacts.consents(id), Optional.empty());
    }

    /** How its job changed. */
    @GET
    @Path("{id}/job-changes")
    @Operation(summary = "Lists changes of the job of a contact that its LinkedIn profile showed, newest first")
    public Page<JobChangeView> jobChanges(@PathParam("id") long id) {
        return new Page<>(jobs.ofContact(id), Optional.empty());
    }

    /** Reports that its job changed. */
    @POST
    @Path("{id}/job-changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Reports that the job of a contact changed",
            description =
                    "Taken only when the company setting linkedInUpdates is on and the contact has a LinkedIn link; the"
                            + " answer says whether it was.")
    public JobChangeReceipt reportJobChange(@PathParam("id") long id, JobChangeBody body) {
        return new JobChangeReceipt(jobs.report(id, body.source(), body.before(), body.after()));
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a contact",
            description =
                    "JSON Merge Patch; with If-Match the version that was seen is the one that is changed, or 412.")
    public ContactView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<ContactDraft> body) {
        ContactView now = contacts.find(id).orElseThrow(Absent.of("contact", id));
        return contacts.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
