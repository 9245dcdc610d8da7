package org.kontor.wallet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A payment method of a customer. What the vault calls it is told to nobody: with it, money could be moved.
 *
 * @param id Kontor's own number
 * @param version counts changes, those of its payments under way, too
 * @param createdAt when it was added
 * @param createdBy who added it
 * @param updatedAt when it was changed last
 * @param updatedBy who changed it last
 * @param customerId whose it is
 * @param heldFor the former customer whose payments are under way with it since before a merge; until they have ended, none begins
 * @param connectionId the connection to the vault that keeps it
 * @param vault name of that connection
 * @param type card or bank account
 * @param brand such as VISA, or the name of the bank; may be empty
 * @param lastDigits up to four last digits
 * @param expires last month of a card, such as 2028-07; empty for bank accounts
 * @param active whether it may be charged; one that may not is kept as history
 * @param removal the wish that the vault forgets it; empty when nobody had it
 * @param authorisations payments with it that were authorised and have not ended: their references
 */
public record PaymentMethodView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long customerId,
        Optional<Long> heldFor,
        long connectionId,
        String vault,
        PaymentMethodType type,
        String brand,
        String lastDigits,
        String expires,
        boolean active,
        Optional<MethodRemoval> removal,
        List<String> authorisations) {

    /** Copies the list. */
    public PaymentMethodView {
        authorisations = List.copyOf(authorisations);
    }

    /** What tells it from others: brand and last digits. */
    public String label() {
        return ((brand.isEmpty() ? type.name() : brand) + (lastDigits.isEmpty() ? "" : " •• " + lastDigits)).strip();
    }
}
