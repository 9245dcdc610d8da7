package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.importing.CharsetSample;
import org.kontor.importing.ImportFollowUp;
import org.kontor.importing.ImportObstacle;
import org.kontor.importing.ImportProblem;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.importing.ImportReading;
import org.kontor.importing.ImportView;
import org.kontor.importing.Imports;
import org.kontor.importing.MappingProposal;
import org.kontor.importing.Mappings;
import org.kontor.importing.NearMatch;
import org.kontor.importing.PreviewRow;
import org.kontor.shared.Page;

/** Imports of customers from files. */
@Path("/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

    private static final int PREVIEW_ROWS = 20;

    @Inject
    Imports imports;

    @Inject
    ImportFollowUp followUp;

    @Inject
    Mappings mappings;

    /** Imports, newest first. */
    @GET
    @Operation(summary = "Lists imports, newest first; without their problems")
    public Page<ImportView> list(@BeanParam Paging paging) {
        return imports.list(paging.request());
    }

    /** Uploads a file and starts its import or dry run. */
    @POST
    @Accepted
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Uploads a file and imports it",
            description = "Parts: file; optional format (id of an import format, else detected from the header), dryRun"
                    + " (true or false), onDuplicate (SKIP, UPDATE or CREATE), matchBy (what makes a row and a customer the same,"
                    + " separated by commas: EXTERNAL_ID, ACCOUNT_NUMBER, EMAIL, BIRTHDATE, PHONE, the last three together with the name; all when nothing is said), mapping (JSON:"
                    + " column to field, or an object with columns, values, dateOrder and name, for a file of no known format),"
                    + " charset (such as windows-1252) and delimiter (comma, semicolon, tab or |) where they are known,"
                    + " start (false only uploads). The work goes on after the answer; ask the Location for its state.")
    public ImportView submit(List<EntityPart> parts, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        ImportForm form = ImportForm.of(parts, dryRun);
        try (InputStream content = form.file().getContent()) {
            String name = form.file().getFileName().orElse("");
            return form.start()
                    ? imports.submit(name, content, form.choice(), form.reading())
                    : imports.upload(name, content, form.choice().format(), form.reading());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One import. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows an import with its state, counts and first 100 problems")
    public Optional<ImportView> find(@PathParam("id") long id) {
        return imports.find(id);
    }

    /** What the columns could mean. */
    @GET
    @Path("{id}/mapping")
    @Operation(
            summary = "Proposes what the columns of a file mean",
            description =
                    "Each column with samples, the proposed field and why; dates that can be read two ways; values to be"
                            + " assigned; what must be answered. Send mapping back to start, changed as needed.")
    public MappingProposal mapping(@PathParam("id") long id) {
        return mappings.propose(id);
    }

    /** The first rows as they will look. */
    @GET
    @Path("{id}/preview")
    @Operation(summary = "Shows the first 20 rows as they will look")
    public List<PreviewRow> preview(@PathParam("id") long id) {
        return imports.preview(id, PREVIEW_ROWS);
    }

    /** How lines look in each charset. */
    @GET
    @Path("{id}/charsets")
    @Operation(
            summary = "Shows lines of a file in each charset that it could have",
            description =
                    "Up to three lines that hold more than ASCII; the charset in which the file is read comes first."
                            + " Worth a look when charsetCertain is false.")
    public List<CharsetSample> charsets(@PathParam("id") long id) {
        return imports.charsets(id);
    }

    /** Reads a file in another way. */
    @PUT
    @Path("{id}/reading")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says in which charset and with which delimiter an uploaded file is read",
            description = "What is left out stays. The header is looked at again; ask before the dry run or the run.")
    public ImportView reread(@PathParam("id") long id, ImportReading reading) {
        return imports.reread(id, reading);
    }

    /** What is to be said of rows. */
    @GET
    @Path("{id}/problems")
    @Operation(summary = "Lists what is to be said of rows, in the order of the file")
    public Page<ImportProblem> problems(
            @PathParam("id") long id,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @BeanParam Paging paging) {
        return imports.problems(id, ImportForm.choice("outcome", Outcome.class, outcome), paging.request());
    }

    /** The rejected rows with the reason. */
    @GET
    @Path("{id}/failed-rows.csv")
    @Produces("text/csv")
    @Operation(summary = "Downloads the rejected rows as they were, with the reason as last column")
    public Response failedRows(@PathParam("id") long id) {
        long existing = imports.find(id).orElseThrow(Absent.of("import", id)).id();
        StreamingOutput body = out -> imports.writeFailedRows(existing, out);
        return Response.ok(body, "text/csv; charset=UTF-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"failed-rows-" + id + ".csv\"")
                .build();
    }

    /** Starts the import or dry run of an uploaded file, or the run after a dry run. */
    @POST
    @Path("{id}/start")
    @Accepted("/imports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Starts an uploaded file, or the run that follows a finished dry run")
    public ImportView start(@PathParam("id") long id, ImportStart start) {
        return imports.start(id, start.choice());
    }

    /** Stops an import. */
    @POST
    @Path("{id}/cancel")
    @Accepted("/imports")
    @Operation(summary = "Stops an import after the rows it is working on")
    public ImportView cancel(@PathParam("id") long id) {
        return imports.cancel(id);
    }

    /** Lets an import go on. */
    @POST
    @Path("{id}/resume")
    @Accepted("/imports")
    @Operation(summary = "Lets an import that was stopped or failed go on at its checkpoint")
    public ImportView resume(@PathParam("id") long id) {
        return imports.resume(id);
    }

    /** Takes an import back. */
    @POST
    @Path("{id}/undo")
    @Accepted("/imports")
    @Operation(
            summary = "Takes an import back",
            description =
                    "Customers that it created are removed, those that it changed get their former values back. Who was"
                            + " changed since stays; see obstacles. The work goes on after the answer; ask the Location for undo.state.")
    public ImportView undo(@PathParam("id") long id) {
        return followUp.undo(id);
    }

    /** What stood in the way of the undo. */
    @GET
    @Path("{id}/obstacles")
    @Operation(summary = "Lists the customers that the undo of an import left as they are, and why")
    public Page<ImportObstacle> obstacles(@PathParam("id") long id, @BeanParam Paging paging) {
        return followUp.obstacles(id, paging.request());
    }

    /** New customers that resemble others. */
    @GET
    @Path("{id}/near-matches")
    @Operation(summary = "Lists new customers that share an e-mail address or a phone number with another")
    public Page<NearMatch> nearMatches(@PathParam("id") long id, @BeanParam Paging paging) {
        return followUp.nearMatches(id, paging.request());
    }

    /** Brings rejected rows again, mended. */
    @POST
    @Path("{id}/corrections")
    @Accepted("/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Brings rejected rows of an import again, mended",
            description =
                    "Part: file, as failed-rows.csv gives it, with its column Reason. What goes well counts in the import as"
                            + " what became of it, no longer as failed. The Location is that of the correction.")
    public ImportView correct(@PathParam("id") long id, List<EntityPart> parts) {
        EntityPart file = ImportForm.file(parts);
        try (InputStream content = file.getContent()) {
            return followUp.correct(id, file.getFileName().orElse(""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Corrections of an import, newest first. */
    @GET
    @Path("{id}/corrections")
    @Operation(summary = "Lists the corrections of an import, newest first")
    public Page<ImportView> corrections(@PathParam("id") long id, @BeanParam Paging paging) {
        return followUp.corrections(id, paging.request());
    }
}
