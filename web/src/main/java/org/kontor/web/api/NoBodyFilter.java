package org.kontor.web.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request without a body is one with an empty object: whoever has nothing to say need not write it, and what is required is named. */
@Provider
@Priority(Priorities.USER - 1000)
public class NoBodyFilter implements ContainerRequestFilter {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null
                || request.hasEntity()
                || Arrays.stream(method.getParameterTypes()).noneMatch(Class::isRecord)) {
            return;
        }
        if (request.getMediaType() == null) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        request.setEntityStream(new ByteArrayInputStream(NOTHING));
    }
}
