package org.kontor.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createObject;

import jakarta.ws.rs.ApplicationPath;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.info.License;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.servers.Server;
import org.kontor.web.api.ApiApplication;

/**
 * Makes the OpenAPI document out of the resources. As a filter, since that comes last: what the server's own scan has found is
 * replaced, which knows neither records nor bean parameters.
 */
public class Contract implements OASFilter {

    private static final String SCHEME = "apiKey";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Schemas schemas = new Schemas();
        document.setServers(List.of(createObject(Server.class).url("/").description("This Kontor")));
        document.setTags(List.of());
        document.setSecurity(List.of(createObject(SecurityRequirement.class).addScheme(SCHEME)));
        document.openapi("3.0.3")
                .info(createObject(Info.class)
                        .title("Kontor")
                        .version("1")
                        .description(
                                "The customer record of a business that sells on account. Errors are problem details"
                                        + " (RFC 9457); lists are read on by nextCursor or the Link header; changes honour If-Match;"
                                        + " POST honours Idempotency-Key.")
                        .license(createObject(License.class).name("Apache-2.0")));
        Operations operations = new Operations(
                ApiApplication.class.getAnnotation(ApplicationPath.class).value(), schemas);
        Resources.found().forEach(operations::describe);
        document.setPaths(operations.paths());
        Components components = createObject(Components.class)
                .addSecurityScheme(
                        SCHEME,
                        createObject(SecurityScheme.class)
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key, made under /api/v1/api-keys."));
        Schema problem = schemas.all().get(ProblemBody.class.getSimpleName());
        if (problem != null) {
            // Only Kontor's own faults have one.
            problem.addProperty("incident", createObject(Schema.class).type(Schema.SchemaType.STRING));
        }
        schemas.all().forEach(components::addSchema);
        document.setComponents(components);
    }
}
