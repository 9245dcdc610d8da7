package org.kontor.web.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.access.IdempotencyKeys;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.JsonWriter;
import org.kontor.web.problem.Problem;

/**
 * Honours {@code Idempotency-Key}: opens the transaction that the services join, keeps the answer in it, and commits before
 * the answer leaves. Refusals are not kept: what was refused has changed nothing and may be tried again.
 */
@Provider
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class.getName());
    private static final String HEADER = "Idempotency-Key";
    private static final String TRANSACTION = IdempotencyFilter.class.getName();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !request.getMethod().equals("POST") || withoutCredentials()) {
            return;
        }
        byte[] hash = RequestHash.of(request);
        UserTransaction transaction = transaction();
        begin(transaction);
        request.setProperty(TRANSACTION, transaction);
        keys().take(key, hash).ifPresent(answer -> request.abortWith(repeated(answer)));
    }

    private boolean withoutCredentials() {
        return Optional.ofNullable(resource.getResourceMethod())
                .filter(method -> method.isAnnotationPresent(WithoutCredentials.class))
                .isPresent();
    }

    private static Response repeated(IdempotencyKeys.Answer answer) {
        if (answer.body().isEmpty() && answer.status() != 204) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "DONE_ALREADY",
                    "Look at what is there: this was done already, and its answer held a secret that is shown only once.");
        }
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        answer.headers().lines().forEach(line -> {
            int colon = line.indexOf(':');
            response.header(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        return answer.body().isEmpty()
                ? response.build()
                : response.entity(JsonBodyReader.parse(answer.body())).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(TRANSACTION) instanceof UserTransaction transaction)) {
            return;
        }
        request.removeProperty(TRANSACTION);
        boolean kept = false;
        try {
            if (response.getStatus() < 300 && transaction.getStatus() == Status.STATUS_ACTIVE) {
                if (!response.getHeaders().containsKey("Idempotency-Replayed")) {
                    keys().keep(request.getHeaderString(HEADER), answer(response));
                }
                transaction.commit();
                kept = true;
            }
        } catch (Exception e) {
            Problem problem = ProblemMapper.problem(e);
            response.getHeaders().remove("Location");
            response.getHeaders().remove("ETag");
            problem.into(response);
        } finally {
            if (!kept) {
                rollback(transaction);
            }
        }
    }

    private IdempotencyKeys.Answer answer(ContainerResponseContext response) {
        StringBuilder headers = new StringBuilder();
        for (String name : new String[] {"Location", "ETag", "Content-Type"}) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.append(name).append(": ").append(value).append('\n');
            }
        }
        boolean secret = Optional.ofNullable(resource.getResourceMethod())
                .filter(method -> method.isAnnotationPresent(NotKept.class))
                .isPresent();
        String body = secret || response.getEntity() == null
                ? ""
                : JsonWriter.write(response.getEntity()).toString();
        return new IdempotencyKeys.Answer(response.getStatus(), headers.toString(), body);
    }

    private static void begin(UserTransaction transaction) {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollback(UserTransaction transaction) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            LOG.log(Level.WARNING, "A transaction could not be rolled back", e);
        }
    }

    private static IdempotencyKeys keys() {
        return CDI.current().select(IdempotencyKeys.class).get();
    }

    private static UserTransaction transaction() {
        return CDI.current().select(UserTransaction.class).get();
    }
}
