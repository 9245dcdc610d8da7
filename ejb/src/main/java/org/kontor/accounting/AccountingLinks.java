package org.kontor.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.accounting.AccountingLink.FoundBy;
import org.kontor.connector.PullsFrom.Problem;
import org.kontor.spi.AccountingRecord;
import org.kontor.suppression.Identity;
import org.kontor.suppression.Suppressions;

/**
 * Finds which customer a record of an accounting system is, and remembers it. The ways are those of {@link FoundBy}, in their order; the
 * first that leads to somebody decides, and where it leads to two nobody is linked. Nobody is created.
 */
@ApplicationScoped
class AccountingLinks {

    private static final String UNKNOWN =
            "Give the customer the account number or e-mail address that it has there, or its id there as an external id, and read from the"
                    + " beginning.";
    private static final String AMBIGUOUS =
            "Give the right one of several customers its id there as an external id, and read from the beginning: Kontor does not guess.";
    private static final String TAKEN =
            "Give the customer both ids there as external ids if both are theirs, and read from the beginning: another record there is"
                    + " linked to the customer whom this one names.";

    @Inject
    AccountingRepository repository;

    @Inject
    Suppressions suppressions;

    @Inject
    Clock clock;

    /** Links a record, if it is not; what stands in the way, or empty when it is linked now. */
    Optional<Problem> connect(Books books, String remoteId, AccountingRecord.Customer customer) {
        if (repository.find(books.connectionId(), remoteId).isPresent()) {
            return Optional.empty();
        }
        for (FoundBy way : FoundBy.values()) {
            List<Long> found = candidates(way, books, remoteId, customer);
            if (found.size() > 1) {
                return Optional.of(new Problem(remoteId, "CUSTOMER_AMBIGUOUS", AMBIGUOUS));
            }
            if (found.size() == 1) {
                long id = found.get(0);
                if (way != FoundBy.EXTERNAL_ID && repository.otherLink(books.connectionId(), id, remoteId)) {
                    return Optional.of(new Problem(remoteId, "CUSTOMER_LINKED", TAKEN));
                }
                repository.link(books.connectionId(), remoteId, id, way, clock.instant());
                return Optional.empty();
            }
        }
        OptionalLong erased = suppressions
                .recognise(List.of(identity(books, remoteId, customer)))
                .get(0);
        return Optional.of(
                erased.isPresent()
                        ? new Problem(remoteId, Suppressions.CODE, Suppressions.reason(erased.getAsLong()))
                        : new Problem(remoteId, "CUSTOMER_NOT_LINKED", UNKNOWN));
    }

    private List<Long> candidates(FoundBy way, Books books, String remoteId, AccountingRecord.Customer customer) {
        Set<String> values = switch (way) {
            case EXTERNAL_ID -> Set.of(remoteId);
            case ACCOUNT_NUMBER -> filled(Stream.of(customer.accountNumber().strip()));
            case EMAIL -> filled(customer.profile().emails().stream().map(AccountingRepository::email));
        };
        return repository.candidates(way, books.systems(), values, books.entityId());
    }

    private static Set<String> filled(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.toSet());
    }

    private static Identity identity(Books books, String remoteId, AccountingRecord.Customer customer) {
        return new Identity(
                filled(customer.profile().emails().stream()),
                Set.of(),
                "",
                Optional.empty(),
                books.systems().stream()
                        .map(system -> new Identity.External(system, "customer", remoteId))
                        .toList());
    }
}
