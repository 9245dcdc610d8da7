package org.kontor.web.api;

import jakarta.annotation.Priority;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.JsonWriter;
import org.kontor.shared.Page;
import org.kontor.web.problem.Problem;

/** Gives answers what the contract asks of all of them: 201 and 202 with Location, ETag, 304, pages with their next link, 404. */
@Provider
@Priority(AnswerFilter.BEFORE_KEEPING)
public class AnswerFilter implements ContainerResponseFilter {

    /** Answers pass filters from the highest number to the lowest: what is kept for repetition must be finished by then. */
    static final int BEFORE_KEEPING = Priorities.USER + 1000;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals("OPTIONS") || response.getStatus() >= 300) {
            return;
        }
        if (response.getEntity() instanceof Optional<?> optional) {
            response.setEntity(optional.orElse(null));
            if (optional.isEmpty()) {
                Problem.absent().into(response);
                return;
            }
        }
        if (response.getEntity() instanceof Page<?> page) {
            try {
                page(request, response, resource.getResourceMethod(), page);
            } catch (AppException e) {
                Problem.of(e).into(response);
            }
        } else if (response.getEntity() instanceof Record record) {
            single(request, response, record);
        }
    }

    private static void page(
            ContainerRequestContext request, ContainerResponseContext response, Method method, Page<?> whole) {
        Page<?> page = givesAllAtOnce(method)
                ? WholeList.piece(
                        whole,
                        request.getUriInfo().getPath(),
                        request.getUriInfo().getQueryParameters())
                : whole;
        response.setEntity(JsonWriter.JSON
                .createObjectBuilder()
                .add("items", JsonWriter.write(page.items()))
                .add("nextCursor", JsonWriter.write(page.nextCursor()))
                .build());
        page.nextCursor().ifPresent(cursor -> {
            String next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor.replace("%", "%25"))
                    .build()
                    .toString();
            response.getHeaders().add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
    }

    /** Whether a method answers a list whose pieces it does not cut itself. */
    public static boolean givesAllAtOnce(Method method) {
        return method.isAnnotationPresent(GET.class)
                && method.getReturnType() == Page.class
                && !List.of(method.getParameterTypes()).contains(Paging.class);
    }

    private void single(ContainerRequestContext request, ContainerResponseContext response, Record record) {
        JsonObject json = JsonWriter.object(record);
        response.setEntity(json);
        Method method = resource.getResourceMethod();
        DryRun dryRun = method == null ? null : method.getAnnotation(DryRun.class);
        if (dryRun != null && dryRun.value().isInstance(record)) {
            return;
        }
        if (json.get("version") instanceof JsonNumber version) {
            String tag = "\"" + version + "\"";
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            if (request.getMethod().equals("GET") && tag.equals(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
                response.setEntity(null);
                response.setStatus(304);
                return;
            }
        }
        if (method == null) {
            return;
        }
        Created created = method.getAnnotation(Created.class);
        Accepted accepted = method.getAnnotation(Accepted.class);
        if (created != null) {
            response.setStatus(201);
            located(request, response, json, created.value());
        } else if (accepted != null) {
            response.setStatus(202);
            located(request, response, json, accepted.value());
        }
    }

    private static void located(
            ContainerRequestContext request, ContainerResponseContext response, JsonObject json, String below) {
        UriBuilder uri = below.isEmpty()
                ? request.getUriInfo().getAbsolutePathBuilder()
                : request.getUriInfo().getBaseUriBuilder().path(below);
        response.getHeaders()
                .putSingle(
                        HttpHeaders.LOCATION,
                        uri.path(String.valueOf(json.get("id"))).build().toString());
    }
}
