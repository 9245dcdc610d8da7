package org.kontor.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.contact.FormerContacts;
import org.kontor.customer.FormerCustomers;
import org.kontor.shared.JsonWriter;

/**
 * Leads from the id of a customer who was merged, and everything below it, to the customer that stayed: 308, for ever (S4-126); from
 * the id of a contact who became one with another in a merge likewise. The body names it, too: {@link MergedInto}.
 * Only what is not found is looked up, so nobody else pays for it; {@link AnswerFilter} has said by then what is not.
 */
@Provider
@Priority(Priorities.USER + 500)
public class FormerIdFilter implements ContainerResponseFilter {

    private static final int NOT_FOUND = 404;
    private static final int PERMANENT_REDIRECT = 308;
    private static final Pattern RECORD = Pattern.compile("/?(customers|contacts)/(\\d{1,18})(/.*)?");

    @Inject
    FormerCustomers former;

    @Inject
    FormerContacts contacts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != NOT_FOUND) {
            return;
        }
        UriInfo uri = request.getUriInfo();
        Matcher path = RECORD.matcher(uri.getPath(false));
        if (!path.matches() || !CallerContext.current().may(Permission.READ_CUSTOMER.wireName())) {
            return;
        }
        boolean contact = path.group(1).equals("contacts");
        long asked = Long.parseLong(path.group(2));
        (contact ? contacts.now(asked) : former.now(asked)).ifPresent(id -> {
            String query = Optional.ofNullable(uri.getRequestUri().getRawQuery())
                    .map(text -> "?" + text)
                    .orElse("");
            String rest = Optional.ofNullable(path.group(3)).orElse("");
            response.setStatus(PERMANENT_REDIRECT);
            response.setEntity(
                    JsonWriter.object(new MergedInto(id)), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LOCATION, uri.getBaseUri().getPath() + path.group(1) + "/" + id + rest + query);
        });
    }
}
