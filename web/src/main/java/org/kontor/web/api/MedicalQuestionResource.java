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
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.medical.MedicalQuestionDraft;
import org.kontor.medical.MedicalQuestionView;
import org.kontor.medical.MedicalQuestions;
import org.kontor.shared.Page;

/** The medical questions that customers are asked. */
@Path("/medical-questions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Medical conditions")
public class MedicalQuestionResource {

    @Inject
    MedicalQuestions questions;

    /** All of them. */
    @GET
    @Operation(summary = "Lists the medical questions in the order of asking, retired ones too")
    public Page<MedicalQuestionView> list() {
        return new Page<>(questions.list(), Optional.empty());
    }

    /** Adds one. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a medical question")
    public MedicalQuestionView add(MedicalQuestionDraft draft) {
        return questions.add(draft);
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a medical question")
    public Optional<MedicalQuestionView> find(@PathParam("id") long id) {
        return questions.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a medical question",
            description = "JSON Merge Patch; active false retires it. How it is answered does not change.")
    public MedicalQuestionView change(
            @PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<MedicalQuestionDraft> body) {
        MedicalQuestionView now = questions.find(id).orElseThrow(Absent.of("question", id));
        return questions.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
