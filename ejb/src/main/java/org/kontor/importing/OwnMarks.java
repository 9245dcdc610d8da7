package org.kontor.importing;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerHealth;
import org.kontor.customer.FlagDraft;
import org.kontor.customer.Owners;
import org.kontor.importing.Mapped.Place;
import org.kontor.spi.ImportFormat;

/**
 * What a row tells of a customer that only Kontor knows, so that no format of a connector can bring it.
 *
 * @param type place in a hierarchy; empty when the row does not say
 * @param place company entity and parent
 * @param flags flags for past behaviour
 * @param health how the customer stands
 * @param autoPayments whether automatic payment rules apply
 * @param lateFees whether late fees are made
 * @param owners who looks after the customer
 * @param customFields values by key
 */
record OwnMarks(
        Optional<AccountType> type,
        Place place,
        List<FlagDraft> flags,
        Optional<CustomerHealth> health,
        Optional<Boolean> autoPayments,
        Optional<Boolean> lateFees,
        Owners owners,
        Map<String, Optional<JsonValue>> customFields) {

    static final OwnMarks NONE = new OwnMarks(
            Optional.empty(),
            Place.NONE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Owners.NONE,
            Map.of());

    /** Stands for a parent until it is looked up. */
    private static final long SOME_PARENT = 0;

    /** A mapper of rows that may have such marks. */
    interface Mapper extends ImportFormat.RowMapper {

        /** The marks of a row that was mapped. */
        OwnMarks marks(List<String> cells);

        /** Values of custom fields of the document or payment that a row tells of, by key. */
        Map<String, Optional<JsonValue>> documentValues(List<String> cells);
    }

    /** A new customer with these marks; of a parent it is only known that there is one. */
    CustomerDraft on(CustomerDraft draft, List<String> tags) {
        boolean below = !place.parent().isEmpty();
        return draft.withPlace(
                        Optional.empty(),
                        type.orElse(below ? AccountType.CHILD : AccountType.STANDARD),
                        below ? Optional.of(SOME_PARENT) : Optional.empty())
                .withMarks(tags, flags, health, owners, customFields, autoPayments, lateFees);
    }
}
