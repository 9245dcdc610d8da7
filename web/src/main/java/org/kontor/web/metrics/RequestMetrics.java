package org.kontor.web.metrics;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times REST requests as {@code kontor_requests}, by method, template of the address, and status. */
@Provider
@PreMatching
@Priority(0)
public class RequestMetrics implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String STARTED = RequestMetrics.class.getName();

    @Context
    ResourceInfo resource;

    private volatile @Nullable RequestTimes times;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STARTED) instanceof Long started) {
            times().add(
                            request.getMethod(),
                            route(),
                            response.getStatus(),
                            Duration.ofNanos(System.nanoTime() - started));
        }
    }

    /** Asked for once: looking it up takes a good part of the time of a short request. */
    private RequestTimes times() {
        RequestTimes known = times;
        if (known == null) {
            known = CDI.current().select(RequestTimes.class).get();
            times = known;
        }
        return known;
    }

    private String route() {
        if (resource.getResourceMethod() == null) {
            return "none";
        }
        return path(resource.getResourceClass().getAnnotation(Path.class))
                + path(resource.getResourceMethod().getAnnotation(Path.class));
    }

    private static String path(@Nullable Path path) {
        return Optional.ofNullable(path)
                .map(Path::value)
                .map(value -> value.startsWith("/") ? value : "/" + value)
                .orElse("");
    }
}
