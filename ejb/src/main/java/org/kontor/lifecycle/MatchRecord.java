package org.kontor.lifecycle;

import java.util.List;
import java.util.Set;
import org.kontor.customer.Address;
import org.kontor.customer.Folding;

/**
 * What of a customer is compared with others. Every text is folded (lower case, Latin letters, single blanks); what is not known is
 * empty. {@link #folded} makes one of texts as people write them.
 *
 * @param organisation whether it is a company rather than a person
 * @param firstName given name
 * @param middleName middle names
 * @param lastName family name
 * @param company name of the company
 * @param birthdate eight digits, year first; not necessarily a day that exists, since lists hold typing errors
 * @param emails addresses
 * @param phones digits alone
 * @param street first line of the address
 * @param street2 second line of the address
 * @param city town
 * @param region state or province
 * @param postalCode postal code without blanks
 * @param externalIds numbers in other systems, each as {@code system:kind:value}
 */
public record MatchRecord(
        boolean organisation,
        String firstName,
        String middleName,
        String lastName,
        String company,
        String birthdate,
        List<String> emails,
        List<String> phones,
        String street,
        String street2,
        String city,
        String region,
        String postalCode,
        Set<String> externalIds) {

    /**
     * Of texts as people write them.
     *
     * @param birthdate in any form whose digits are year, month, day
     * @param externalIds each as {@code system:kind:value}; kept as they are
     */
    public static MatchRecord folded(
            boolean organisation,
            String firstName,
            String middleName,
            String lastName,
            String company,
            String birthdate,
            List<String> emails,
            List<String> phones,
            Address address,
            Set<String> externalIds) {
        return new MatchRecord(
                organisation,
                Folding.fold(firstName),
                Folding.fold(middleName),
                Folding.fold(lastName),
                Folding.fold(company),
                Folding.digits(birthdate),
                emails.stream()
                        .map(Folding::fold)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                phones.stream()
                        .map(Folding::digits)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                Folding.fold(address.line1()),
                Folding.fold(address.line2()),
                Folding.fold(address.city()),
                Folding.fold(address.state()),
                Folding.fold(address.postalCode()).replace(" ", ""),
                externalIds);
    }
}
