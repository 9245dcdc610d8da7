package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.lifecycle.ErasureRepeated;
import org.kontor.lifecycle.ErasureRepetition;

/** Who was erased, to be kept apart from the backups, and to be erased again after one was restored. */
@Path("/erasures/numbers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
public class ErasedNumbersResource {

    @Inject
    ErasureRepetition repetition;

    /** The list. */
    @GET
    @Operation(
            summary = "Downloads the numbers of everybody who was erased",
            description =
                    "Numbers and times alone. Keep it apart from the backups of the database: a restored backup brings back whoever was"
                            + " erased since, and no longer knows of it. Needs erase:customer.")
    public ErasedList numbers() {
        return new ErasedList(repetition.numbers());
    }

    /** Once more. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erases again whoever is there again after a backup was restored",
            description =
                    "Takes the list as it was downloaded, at most 10,000 entries at once. BEGUN: the customer was there again, and the erasure"
                            + " begins anew. RUNNING: it has begun already. BLOCKED: something stands in the way; send the list again"
                            + " afterwards. NOBODY: nobody has this number. ANOTHER: it was given to somebody else since, who stays. None of the"
                            + " numbers is given to anybody from then on. Needs erase:customer.")
    public List<ErasureRepeated> repeat(ErasedList list) {
        return repetition.repeat(list.erased());
    }
}
