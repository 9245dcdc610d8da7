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

/** Whatever is asked of a customer who was erased, or of a contact of theirs, is answered 410, not 404. */
@Provider
@Priority(AnswerFilter.BEFORE_KEEPING - 1)
public class ErasedFilter implements ContainerResponseFilter {

    private static final Pattern OF_SOMEBODY = Pattern.compile("^/?(customers|contacts)/(\\d{1,18})(/.*)?$");

    @Inject
    Erasures erasures;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Matcher path = OF_SOMEBODY.matcher(request.getUriInfo().getPath());
        if (response.getStatus() != 404
                || !path.matches()
                || !CallerContext.current().may(Permission.READ_CUSTOMER.wireName())) {
            return;
        }
        long asked = Long.parseLong(path.group(2));
        if (path.group(1).equals("customers")) {
            if (erasures.wasErased(asked)) {
                Problem.of(410, "CUSTOMER_ERASED", "Look for another customer: this one was erased for good.")
                        .into(response);
            }
        } else if (erasures.contactWasErased(asked)) {
            Problem.of(410, "CONTACT_ERASED", "Look for another contact: this one was erased with the customer.")
                    .into(response);
        }
    }
}
