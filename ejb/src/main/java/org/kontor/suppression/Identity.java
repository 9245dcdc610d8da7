package org.kontor.suppression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * By what somebody may be recognised. A phone number counts together with the name alone: households and offices share one.
 *
 * @param emails addresses, in any case
 * @param phones numbers in E.164 form where they are understood
 * @param name folded, so that case and accents make no difference; empty when there is none
 * @param birthdate date of birth; counts together with the name
 * @param externalIds what other systems call them
 */
public record Identity(
        Set<String> emails,
        Set<String> phones,
        String name,
        Optional<LocalDate> birthdate,
        Collection<External> externalIds) {

    private static final char BETWEEN = '\u001f';

    /** What another system calls somebody: system, kind and value. */
    public record External(String system, String kind, String value) {}

    /** Something that is hashed. */
    record Trait(Kind kind, String text) {}

    /** What is hashed. */
    enum Kind {
        EMAIL,
        PHONE,
        BIRTHDATE,
        EXTERNAL_ID
    }

    /** Copies the collections. */
    public Identity {
        emails = Set.copyOf(emails);
        phones = Set.copyOf(phones);
        externalIds = List.copyOf(externalIds);
    }

    List<Trait> traits() {
        List<Trait> traits = new ArrayList<>();
        for (String email : emails) {
            if (!email.isBlank()) {
                traits.add(new Trait(Kind.EMAIL, email.strip().toLowerCase(Locale.ROOT)));
            }
        }
        if (!name.isBlank()) {
            phones.forEach(phone -> traits.add(new Trait(Kind.PHONE, name + BETWEEN + phone)));
            birthdate.ifPresent(day -> traits.add(new Trait(Kind.BIRTHDATE, name + BETWEEN + day)));
        }
        externalIds.forEach(id ->
                traits.add(new Trait(Kind.EXTERNAL_ID, id.system() + BETWEEN + id.kind() + BETWEEN + id.value())));
        return traits;
    }
}
