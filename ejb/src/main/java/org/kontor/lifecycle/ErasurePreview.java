package org.kontor.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.ErasureObstacle;

/**
 * What an erasure would do now.
 *
 * @param customerId the customer
 * @param displayName what must be typed to confirm
 * @param version what must be named to confirm by REST
 * @param archived whether the customer is archived, which is the alternative
 * @param removed what would go: how many of each
 * @param kept what would stay, and why
 * @param vaults payment vaults that would be asked
 * @param elsewhere other systems that know the customer; none of them is called (S4-101)
 * @param obstacles what stands in the way; empty when nothing does
 */
public record ErasurePreview(
        long customerId,
        String displayName,
        long version,
        boolean archived,
        List<Part> removed,
        List<KeptPart> kept,
        List<Vault> vaults,
        List<String> elsewhere,
        List<ErasureObstacle> obstacles) {

    /** Copies the lists. */
    public ErasurePreview {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
        vaults = List.copyOf(vaults);
        elsewhere = List.copyOf(elsewhere);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Rows of a kind.
     *
     * @param noun their kind, such as {@code invoice}
     * @param count how many
     */
    public record Part(String noun, long count) {}

    /**
     * Rows that stay.
     *
     * @param noun their kind
     * @param count how many
     * @param because why they stay
     */
    public record KeptPart(String noun, long count, String because) {}

    /**
     * A vault that would be asked to forget the person.
     *
     * @param connectionId the connection
     * @param name name of the connection
     * @param forgets whether its connector can ask for that at all; if not, it must be done there by hand
     * @param shared whether its payer is another customer's, too, since payment methods were transferred: the payer stays, and the
     *     payment methods of this customer go
     * @param lastCharged the day of the last card or debit payment that Kontor knows of
     * @param refusal why it will refuse now by its own rules; empty when Kontor knows of no reason
     * @param refusedUntil until when it will; empty when it will not, or when its rules name no day
     */
    public record Vault(
            long connectionId,
            String name,
            boolean forgets,
            boolean shared,
            Optional<LocalDate> lastCharged,
            String refusal,
            Optional<LocalDate> refusedUntil) {}
}
