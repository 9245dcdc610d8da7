package org.kontor.timeline;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Reads the history of a customer. */
@Stateless
public class Timeline {

    private static final Set<String> RECEIVABLE =
            Set.of("invoice", "credit-memo", "payment", "credit", "opening-balance", "payment-method", "balance");

    private static final Set<String> PLANS = Set.of("payment-plan");

    private static final Set<String> SUBSCRIPTIONS = Set.of("subscription");

    private static final Set<String> DOCUMENTS = Set.of("document");

    private static final Set<String> TO_DOS = Set.of("to-do");

    private static final Set<String> MESSAGES = Set.of("email", "sms", "letter", "call");

    @Inject
    TimelineRepository repository;

    @Inject
    CustomerScope scope;

    /**
     * Entries of a customer, newest first.
     *
     * @param kinds only these; a noun such as {@code contact} stands for all of its kinds; empty set for all
     * @throws AppException {@link ErrorKind#ABSENT} for the customer: everybody has at least the entry of their creation
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<TimelineEntry> ofCustomer(long customerId, Set<String> kinds, PageRequest page) {
        scope.require(customerId);
        String list = "timeline|" + customerId + "|" + kinds.stream().sorted().toList();
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<TimelineEntry> entries = repository.ofCustomer(customerId, kinds, hidden(), before, page.limit() + 1);
        if (entries.isEmpty()
                && repository
                        .ofCustomer(customerId, Set.of(), Set.of(), Long.MAX_VALUE, 1)
                        .isEmpty()) {
            throw new AppException(
                    ErrorKind.ABSENT,
                    "CUSTOMER_NOT_FOUND",
                    "Look for another customer: there is none with id " + customerId + ".");
        }
        if (entries.size() <= page.limit()) {
            return new Page<>(entries, Optional.empty());
        }
        List<TimelineEntry> piece = entries.subList(0, page.limit());
        String last = Long.toString(piece.get(piece.size() - 1).id());
        return new Page<>(piece, Optional.of(Cursor.encode(list, last)));
    }

    /**
     * Entries about one document of a customer, newest first.
     *
     * @param documentId its id, as details of the entries name it
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<TimelineEntry> ofDocument(long customerId, long documentId) {
        scope.require(customerId);
        return repository.ofDocument(customerId, documentId, hidden(), PageRequest.MAX_LIMIT);
    }

    /** What the history of a customer is about: the nouns of its kinds, such as {@code contact}, in alphabetical order. */
    @Requires(Permission.READ_CUSTOMER)
    public List<String> nouns(long customerId) {
        Set<String> hidden = hidden();
        return repository.nouns(customerId).stream()
                .filter(noun -> !hidden.contains(noun))
                .toList();
    }

    /** What the caller may not read of, the history does not tell either. */
    private static Set<String> hidden() {
        Set<String> hidden = new HashSet<>();
        if (!CallerContext.current().may(Permission.READ_RECEIVABLE.wireName())) {
            hidden.addAll(RECEIVABLE);
        }
        if (!CallerContext.current().may(Permission.READ_MESSAGE.wireName())) {
            hidden.addAll(MESSAGES);
        }
        if (!CallerContext.current().may(Permission.READ_TO_DO.wireName())) {
            hidden.addAll(TO_DOS);
        }
        if (!CallerContext.current().may(Permission.READ_PAYMENT_PLAN.wireName())) {
            hidden.addAll(PLANS);
        }
        if (!CallerContext.current().may(Permission.READ_SUBSCRIPTION.wireName())) {
            hidden.addAll(SUBSCRIPTIONS);
        }
        if (!CallerContext.current().may(Permission.READ_DOCUMENT.wireName())) {
            hidden.addAll(DOCUMENTS);
        }
        return hidden;
    }
}
