package org.kontor.document;

import java.util.List;
import org.kontor.customer.Address;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.FieldError;

/**
 * What can be said of a letterhead. An absent text is an empty string.
 *
 * @param locale language tag, such as {@code de-DE}: German where the language is de, else English; also how dates and amounts are
 *     written
 * @param address where the company entity is
 * @param vatId VAT identification number with its country, such as {@code DE123456789}
 * @param taxNumber number at the local tax office
 * @param email for questions, and the electronic address of the seller
 * @param phone for questions
 * @param website http or https address
 * @param accountHolder who payments go to, if it is not the company entity
 * @param iban account that payments go to
 * @param bic bank of the account
 * @param accent colour of headings and lines, {@code #} and six hexadecimal digits
 * @param footer what stands at the foot of each page, up to 1,000 characters
 */
public record LetterheadDraft(
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
        String footer) {

    /** What is against a rule. */
    public List<FieldError> wrong() {
        FieldCheck fields = new FieldCheck();
        LetterheadRules.checked(this, fields);
        return fields.errors();
    }
}
