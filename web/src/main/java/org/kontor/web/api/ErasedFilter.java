package org.kontor.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.lifecycle.Erasures;
import org.kontor.web.problem.Problem;

/** Whatever is asked of a customer who was erased is answered 410, not 404. */
@Provider
@Priority(AnswerFilter.BEFORE_KEEPING - 1)
public class ErasedFilter implements ContainerResponseFilter {

    private static final Pattern OF_CUSTOMER = Pattern.compile("^/?customers/(\\d{1,18})(/.*)?$");

    @Inject
    Erasures erasures;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Matcher path = OF_CUSTOMER.matcher(request.getUriInfo().getPath());
        if (response.getStatus() == 404
                && path.matches()
                && CallerContext.current().may(Permission.READ_CUSTOMER.wireName())
                && erasures.wasErased(Long.parseLong(path.group(1)))) {
            Problem.of(410, "CUSTOMER_ERASED", "Look for another customer: this one was erased for good.")
                    .into(response);
        }
    }
}
