package org.kontor.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerLookup.Born;
import org.kontor.customer.CustomerLookup.Named;
import org.kontor.customer.ExternalId;

/**
 * What makes two customers the same on the way in, strongest first: an external id, an e-mail address and the name, the name
 * and the date of birth, a phone number and the name.
 */
sealed interface MatchKey {

    /** An identifier of another system. */
    record External(ExternalId id) implements MatchKey {}

    /** E-mail address, in lower case, and name. */
    record Email(Named named) implements MatchKey {}

    /** Name and date of birth. */
    record Birth(Born born) implements MatchKey {}

    /** Phone number and name. */
    record Phone(Named named) implements MatchKey {}

    /** The keys of a customer, strongest first. */
    static List<MatchKey> of(CustomerDraft draft) {
        List<MatchKey> keys = new ArrayList<>(4);
        draft.externalIds().forEach(id -> keys.add(new External(id)));
        String name = CustomerLookup.name(draft);
        if (name.isEmpty()) {
            return keys;
        }
        draft.emails().forEach(email -> keys.add(new Email(new Named(email.toLowerCase(Locale.ROOT), name))));
        draft.birthdate().ifPresent(date -> keys.add(new Birth(new Born(name, date))));
        draft.phones().forEach(phone -> keys.add(new Phone(new Named(phone.number(), name))));
        return keys;
    }

    /** What is the same, for the user. */
    default String reason() {
        if (this instanceof External) {
            return "the same number in the other system";
        }
        if (this instanceof Email) {
            return "the same e-mail address and name";
        }
        return this instanceof Birth ? "the same name and date of birth" : "the same phone number and name";
    }

    /** 64 bits that stand for the key. */
    default long hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
