package org.kontor.spi;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A system that keeps the books: Kontor pulls what changed there and pushes what changed here.
 *
 * <p><b>Calls.</b> By jobs, outside any transaction. One pull of a kind and one push at a time for each connection; different
 * connections at the same time.
 *
 * <p><b>Time.</b> Each call ends within {@link Connection#timeLimit()}.
 *
 * <p><b>Repetition.</b> {@link #pull} may be repeated with any former cursor, {@link #accounts} at any time: it changes nothing. {@link #push} may come again with the same key
 * after NotSent, or after {@link #lookUp} answered NotSent, and must then still act once at most.
 *
 * <p><b>Errors.</b> {@link #pull} and {@link #accounts} throw {@link ConnectorException}; the other methods throw nothing on
 * account of the remote system.
 */
public non-sealed interface AccountingSystem extends Capability {

    /** Kinds that can be pulled. */
    Set<AccountingRecord.Kind> pulls();

    /** Kinds that can be pushed. Another kind is {@link Outcome.Refused} with kind USER, and nothing is sent. */
    Set<AccountingRecord.Kind> pushes();

    /**
     * What changed since the cursor, oldest change first; deletions included. Nothing may be left out between two cursors; the
     * same record may come twice.
     *
     * @param kind one of {@link #pulls()}; another one throws {@link ConnectorException} with kind USER
     * @param cursor from the batch before; empty to begin with everything there is
     */
    Batch<Pulled> pull(Connection connection, AccountingRecord.Kind kind, Optional<String> cursor)
            throws ConnectorException;

    /** Creates or changes one record. Done tells where it is now. */
    Outcome<RemoteRef> push(Connection connection, Push push);

    /**
     * How the push with this key ended: Done, Pending or Refused as it ended; NotSent when the remote system has certainly never
     * seen the key; Unknown when that cannot be found out now.
     */
    Outcome<RemoteRef> lookUp(Connection connection, AccountingRecord.Kind kind, IdempotencyKey key);

    /** How many customers {@link #accounts} may be asked for at once. */
    int MOST_ACCOUNTS = 100;

    /**
     * Whether {@link #accounts} can be asked: from memory, always the same answer. A system that cannot be asked is pulled; Kontor
     * shows no balance of it, takes no contacts from it and reads no single customer again.
     */
    default boolean tellsAccounts() {
        return false;
    }

    /**
     * How these customers stand there at one instant: record, contacts and what they owe. Asked for again while nothing changed
     * there, the answer is the same but for {@link Account#asOf}. It may be asked from a request, beside a pull of the same
     * connection.
     *
     * @param customerIds remote ids of customers, 1 to {@value #MOST_ACCOUNTS}
     * @return one for each that is there, in any order; one that is not, or was deleted, is left out, and nobody else is in it
     * @throws ConnectorException when all of them could not be found out: half an answer would look like a deletion. Kind USER, and
     *     nothing is sent, where {@link #tellsAccounts} is false
     */
    default List<Account> accounts(Connection connection, Set<String> customerIds) throws ConnectorException {
        throw new ConnectorException(new ErrorCode(
                        "NOT_SUPPORTED",
                        ErrorCode.Kind.USER,
                        "The connector does not offer this. Do it in the remote system.")
                .because("Read the connection as a whole: this connector does not tell how a customer stands."));
    }

    /**
     * How a customer stands.
     *
     * @param ref which record
     * @param customer what it is now; as {@link #pull} tells it
     * @param contacts all people whom the system has for this customer, each with an id of its own that stays
     * @param balances what is owed less what is held, one for each currency; below zero when more is held. A currency that is
     *     left out has none: nothing is owed
     * @param asOf the instant for which that is true, by the clock of the remote system if it tells one
     */
    record Account(
            RemoteRef ref,
            AccountingRecord.Customer customer,
            List<Person> contacts,
            List<Amount> balances,
            Instant asOf) {

        /** Copies the lists; refuses two balances in a currency and two people with an id. */
        public Account {
            contacts = List.copyOf(contacts);
            balances = List.copyOf(balances);
            Set<Object> once = new HashSet<>();
            for (Amount balance : balances) {
                if (!once.add(balance.currency())) {
                    throw new IllegalArgumentException("There is one balance in " + balance.currency() + ", not two");
                }
            }
            for (Person contact : contacts) {
                if (!once.add(contact.id())) {
                    throw new IllegalArgumentException("Each person has an id of their own: " + ref.id() + " has two");
                }
            }
        }
    }

    /**
     * Somebody to speak to. Text is passed on as it stands; an absent one is an empty string, and empties nothing in Kontor.
     *
     * @param id the system's id of the person, 1 to 200 characters, unique for the customer
     * @param firstName given name
     * @param lastName family name; the whole name where the system has one field for it
     * @param title role
     * @param email one e-mail address
     * @param phone phone number
     * @param mobile mobile number
     * @param primary whether this is the one to speak to first; one of a customer at most
     */
    record Person(
            String id,
            String firstName,
            String lastName,
            String title,
            String email,
            String phone,
            String mobile,
            boolean primary) {

        /** Refuses an id that cannot be kept. */
        public Person {
            if (id.isBlank() || id.length() > 200) {
                throw new IllegalArgumentException("A remote id has 1 to 200 characters, not " + id.length());
            }
        }
    }

    /**
     * One record to create or change.
     *
     * @param key names this intention
     * @param record what it shall be
     * @param existing what to change; empty to create. A version that is no longer the current one there is Refused with kind
     *     REMOTE_REFUSED, never overwritten
     */
    record Push(IdempotencyKey key, AccountingRecord record, Optional<RemoteRef> existing) {}

    /**
     * One change.
     *
     * @param ref which record
     * @param record what it is now; empty when it was deleted
     */
    record Pulled(RemoteRef ref, Optional<AccountingRecord> record) {}
}
