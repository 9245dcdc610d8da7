package org.kontor.customer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is stored beside a customer to order, match and find it. The same for a single customer and for a million.
 *
 * @param sortName the display name, folded
 * @param matchName first and last name, or the company name of a Business, folded; what counts as the same name
 * @param searchText every word by which the customer can be found, each after a blank
 */
record DerivedText(String sortName, String matchName, String searchText) {

    private static final Pattern BLANK = Pattern.compile(" ", Pattern.LITERAL);

    /** @param searchable values of custom fields by which the customer can be found, too */
    static DerivedText of(CustomerDraft draft, String displayName, List<String> searchable) {
        StringBuilder text = new StringBuilder(160);
        add(text, displayName);
        addUnlessIn(text, displayName, draft.companyName());
        addUnlessIn(text, displayName, draft.firstName());
        addUnlessIn(text, displayName, draft.middleName());
        addUnlessIn(text, displayName, draft.lastName());
        add(text, draft.nickname());
        add(text, draft.accountNumber());
        draft.emails().forEach(email -> add(text, email));
        for (Phone phone : draft.phones()) {
            text.append(' ').append(Folding.digits(phone.number()));
        }
        draft.externalIds().forEach(id -> add(text, id.value()));
        searchable.forEach(value -> add(text, value));
        return new DerivedText(
                Folding.fold(displayName),
                matchName(draft.customerClass(), draft.companyName(), draft.firstName(), draft.lastName()),
                text.toString());
    }

    static String matchName(CustomerClass customerClass, String companyName, String firstName, String lastName) {
        return Folding.fold(customerClass == CustomerClass.BUSINESS ? companyName : firstName + " " + lastName);
    }

    /** The words of what somebody types, in the form in which they stand in the search text. */
    static List<String> words(String typed) {
        return BLANK.splitAsStream(Folding.fold(typed))
                .map(DerivedText::word)
                .filter(DerivedText::hasLetterOrDigit)
                .distinct()
                .toList();
    }

    private static void addUnlessIn(StringBuilder text, String displayName, String part) {
        if (!displayName.contains(part)) {
            add(text, part);
        }
    }

    private static void add(StringBuilder text, String part) {
        if (part.isEmpty()) {
            return;
        }
        for (String word : BLANK.split(Folding.fold(part), -1)) {
            text.append(' ').append(word(word));
        }
    }

    /** A word of digits and punctuation is its digits: a phone number is found however it is written. */
    private static String word(String word) {
        boolean digit = false;
        boolean plain = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else {
                plain = false;
                if ("+-./()".indexOf(c) < 0) {
                    return word;
                }
            }
        }
        return digit && !plain ? Folding.digits(word) : word;
    }

    private static boolean hasLetterOrDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                return true;
            }
        }
        return false;
    }
}
