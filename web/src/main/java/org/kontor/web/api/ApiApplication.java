package org.kontor.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Version 1 of the REST contract. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    /**
     * Turns the server's own JSON binding off: it would otherwise compete with {@link JsonBodyReader} for the same types, and
     * which of the two won would depend on the order in which classes are found.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.jsonFeature", "none");
    }
}
