package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.access.Audit;
import org.kontor.access.AuditEntry;
import org.kontor.shared.Page;

/** The audit log. It is read only. */
@Path("/audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AuditResource {

    @Inject
    Audit audit;

    /** Lines, newest first; see {@link AuditFilter} for its parameters. */
    @GET
    @Operation(
            summary = "Lists the audit log, newest first",
            description = "Sign-ins, refusals, changes to users, roles and keys, exports, reads of medical conditions."
                    + " kind: such as sign-in.refused, or the noun alone such as sign-in; several, separated by commas. actor: a"
                    + " sign-in name. from, to: instants such as 2026-11-21T09:30:00Z.")
    public Page<AuditEntry> list(@BeanParam AuditFilter filter, @BeanParam Paging paging) {
        return audit.list(filter.query(), paging.request());
    }
}
