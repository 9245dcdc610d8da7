package org.kontor.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kontor.customer.AccountType;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerLookup.Born;
import org.kontor.customer.CustomerLookup.Named;
import org.kontor.customer.ExternalId;

/** Something by which a row and a customer are found to be the same on the way in. */
sealed interface MatchKey {

    /** The company entity of customers that come from files. */
    long ENTITY = 1;

    /** An identifier of another system; belongs to one customer only. */
    record External(ExternalId id) implements MatchKey {
        @Override
        public MatchBy kind() {
            return MatchBy.EXTERNAL_ID;
        }
    }

    /** Account number in a company entity; belongs to one customer only. */
    record Account(long entity, String number) implements MatchKey {
        @Override
        public MatchBy kind() {
            return MatchBy.ACCOUNT_NUMBER;
        }
    }

    /** Account number of a customer who can have child accounts; held and asked for, but nobody is the same by it. */
    record Parent(long entity, String number) implements MatchKey {
        @Override
        public MatchBy kind() {
            return MatchBy.ACCOUNT_NUMBER;
        }
    }

    /** E-mail address, as it is compared, and name. */
    record Email(Named named) implements MatchKey {
        @Override
        public MatchBy kind() {
            return MatchBy.EMAIL;
        }
    }

    /** Name and date of birth. */
    record Birth(Born born) implements MatchKey {
        @Override
        public MatchBy kind() {
            return MatchBy.BIRTHDATE;
        }
    }

    /** Phone number and name. */
    record Phone(Named named) implements MatchKey {
        @Override
        public MatchBy kind() {
            return MatchBy.PHONE;
        }
    }

    /** The keys of a customer, strongest first. */
    static List<MatchKey> of(CustomerDraft draft) {
        List<MatchKey> keys = new ArrayList<>(4);
        draft.externalIds().forEach(id -> keys.add(new External(id)));
        if (!draft.accountNumber().isEmpty()) {
            keys.add(new Account(draft.entityId().orElse(ENTITY), draft.accountNumber()));
        }
        String name = CustomerLookup.name(draft);
        if (name.isEmpty()) {
            return keys;
        }
        draft.emails().forEach(email -> keys.add(new Email(new Named(CustomerLookup.email(email), name))));
        draft.birthdate().ifPresent(date -> keys.add(new Birth(new Born(name, date))));
        draft.phones().forEach(phone -> keys.add(new Phone(new Named(phone.number(), name))));
        return keys;
    }

    /** The keys by which a customer is found, as the same or as a parent. */
    static List<MatchKey> held(CustomerDraft draft) {
        List<MatchKey> keys = of(draft);
        if (draft.accountType() == AccountType.PARENT && !draft.accountNumber().isEmpty()) {
            keys.add(new Parent(draft.entityId().orElse(ENTITY), draft.accountNumber()));
        }
        return keys;
    }

    /**
     * The keys that a row asks for; none of one that is rejected.
     *
     * @param entities company entities in which its account number has to be free, besides the row's own
     */
    static List<MatchKey> asked(Mapped row, Set<Long> entities) {
        List<MatchKey> keys = new ArrayList<>();
        row.customer().ifPresent(customer -> {
            keys.addAll(of(customer.draft()));
            String number = customer.draft().accountNumber();
            if (!number.isEmpty()) {
                entities.forEach(entity -> keys.add(new Account(entity, number)));
            }
            row.parentKey().ifPresent(keys::add);
        });
        return keys;
    }

    /** The kind of the key. */
    MatchBy kind();

    /** Whether no two customers can have it. */
    default boolean unique() {
        return kind() == MatchBy.EXTERNAL_ID || kind() == MatchBy.ACCOUNT_NUMBER;
    }

    /** What is the same, for the user. */
    default String reason() {
        return switch (kind()) {
            case EXTERNAL_ID -> "the same number in the other system";
            case ACCOUNT_NUMBER -> "the same account number";
            case EMAIL -> "the same e-mail address and name";
            case BIRTHDATE -> "the same name and date of birth";
            case PHONE -> "the same phone number and name";
        };
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
