package org.kontor.document;

import java.time.Instant;
import java.util.Optional;
import org.kontor.customer.Address;

/**
 * How a company entity presents itself on what it sends.
 *
 * @param id the company entity
 * @param version counts changes; 0 while nothing was said
 * @param updatedAt when it was changed last; empty while nobody did
 * @param updatedBy who changed it last; empty while nobody did
 * @param locale language tag
 * @param address where the company entity is
 * @param vatId VAT identification number
 * @param taxNumber number at the local tax office
 * @param email for questions
 * @param phone for questions
 * @param website http or https address
 * @param accountHolder who payments go to, if it is not the company entity
 * @param iban account that payments go to
 * @param bic bank of the account
 * @param accent colour of headings and lines
 * @param footer what stands at the foot of each page
 * @param logo whether there is a logo
 */
public record LetterheadView(
        long id,
        long version,
        Optional<Instant> updatedAt,
        String updatedBy,
        String locale,
        Address address,
        String vatId,
        String taxNumber,
        String email,
        String phone,
        String website,
        String accountHolder,
        String iban,
        String bic,
        String accent,
        String footer,
        boolean logo) {

    /** The draft that, saved again, changes nothing. */
    public LetterheadDraft toDraft() {
        return new LetterheadDraft(
                locale, address, vatId, taxNumber, email, phone, website, accountHolder, iban, bic, accent, footer);
    }

    /** The same with this language tag. */
    LetterheadView in(String tag) {
        return new LetterheadView(
                id,
                version,
                updatedAt,
                updatedBy,
                tag,
                address,
                vatId,
                taxNumber,
                email,
                phone,
                website,
                accountHolder,
                iban,
                bic,
                accent,
                footer,
                logo);
    }
}
