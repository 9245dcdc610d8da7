package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.contact.FormerContacts;
import org.kontor.customer.FormerCustomers;

/**
 * Leads from the address of any page with the id of a customer or a contact who was merged to the same page of the one that stayed
 * (S4-126). Only what is not found is looked up.
 */
@ApplicationScoped
public class FormerAddress {

    /** What pages call the id of a customer in their address. */
    private static final String[] NAMES = {"customer", "id"};

    @Inject
    FormerCustomers customers;

    @Inject
    FormerContacts contacts;

    /**
     * The query with the id that stands in its place now; empty when there is none.
     *
     * @param code of the refusal
     * @param query of the address as it came; may be empty
     * @param parameters the same, read
     */
    Optional<String> instead(String code, String query, Map<String, String> parameters) {
        return switch (code) {
            case "CUSTOMER_NOT_FOUND" -> instead(query, parameters, customers::now);
            case "CONTACT_NOT_FOUND" -> instead(query, parameters, contacts::now);
            default -> Optional.empty();
        };
    }

    private static Optional<String> instead(
            String query, Map<String, String> parameters, Function<Long, Optional<Long>> now) {
        for (String name : NAMES) {
            String value = parameters.getOrDefault(name, "");
            Optional<Long> stays = value.matches("\\d{1,18}") ? now.apply(Long.valueOf(value)) : Optional.empty();
            if (stays.isPresent()) {
                return Optional.of(
                        query.replaceAll("(^|&)" + name + "=" + value + "(?=&|$)", "$1" + name + "=" + stays.get()));
            }
        }
        return Optional.empty();
    }
}
