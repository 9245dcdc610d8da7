package org.kontor.spi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A vault that keeps cards and bank accounts and moves money. Card numbers never pass through Kontor: a method is stored from
 * a token that the payer's browser got from the vault itself.
 *
 * <p><b>Calls.</b> Kontor has written down the intention with its key and committed before it calls; it calls outside any
 * transaction, from jobs and from requests, many at the same time, but never twice at the same time with one key.
 *
 * <p><b>Time.</b> Each call ends within {@link Connection#timeLimit()}. A connector that cannot stop in time must not hurry to
 * call it failed: it answers {@link Outcome.Unknown}.
 *
 * <p><b>Repetition.</b> The connector sends a request that moves money once in each call, and never repeats it by itself after
 * the first byte has left. Kontor sends again with the same key only after NotSent.
 *
 * <p><b>Errors.</b> No method throws on account of the remote system. What is not in {@link #features()} is Refused with kind
 * USER, and nothing is sent.
 */
public non-sealed interface PaymentVault extends Capability {

    /** What this vault can do beyond storing, charging and looking up. */
    Set<Feature> features();

    /**
     * Keeps a method. Makes the shopper when {@code shopperId} is empty. A method that the shopper has already is renewed: its
     * last month and the payer's particulars become what the token and the request say. When the outcome is Unknown,
     * {@link #shopperOf} tells what was kept.
     */
    Outcome<StoredMethod> store(Connection connection, StoreRequest request);

    /** Charges a stored method. Refused means that no money moved. */
    Outcome<Charge> charge(Connection connection, ChargeRequest request);

    /**
     * How the charge with this key ended: Done, Pending or Refused as it ended; NotSent when the remote system has certainly
     * never seen the key; Unknown when that cannot be found out now. Two charges under one key are Unknown with kind BUG.
     */
    Outcome<Charge> lookUp(Connection connection, IdempotencyKey key);

    /** Gives money back. Needs {@link Feature#REFUND}; less than the whole charge needs {@link Feature#PARTIAL_REFUND}. */
    Outcome<Refund> refund(Connection connection, RefundRequest request);

    /**
     * How a refund ended, as {@link #lookUp} tells of charges. Needs {@link Feature#REFUND}.
     *
     * @param chargeId the vault's id of the charge: many vaults find a refund by it alone
     * @param key of the refund
     */
    Outcome<Refund> lookUpRefund(Connection connection, String chargeId, IdempotencyKey key);

    /**
     * What the vault keeps of a shopper; empty when it knows no such shopper. Only reads. Needs {@link Feature#READ_SHOPPER}.
     *
     * @throws ConnectorException when it cannot be found out now
     */
    Optional<Shopper> shopper(Connection connection, String shopperId) throws ConnectorException;

    /**
     * The shopper that was made for a customer, found by {@link StoreRequest#customerRef()}; empty when there is none. Only
     * reads. Needs {@link Feature#READ_SHOPPER}.
     *
     * @throws ConnectorException when it cannot be found out now
     */
    Optional<Shopper> shopperOf(Connection connection, String customerRef) throws ConnectorException;

    /** Forgets one method; may be repeated. Needs {@link Feature#REMOVE_METHOD}. */
    Outcome<Removal> removeMethod(Connection connection, String shopperId, String methodId);

    /** Asks the vault to forget a shopper with all methods; may be repeated. Needs {@link Feature#DELETE_SHOPPER}. */
    Outcome<Deletion> deleteShopper(Connection connection, DeleteRequest request);

    /**
     * What the vault's rules say of such a wish before anybody asks for it. Calls nobody and answers from memory; empty when nothing
     * that Kontor knows speaks against it, though the vault may refuse all the same.
     */
    default Optional<Deletion.RefusedUntil> foreseen(DeleteRequest request) {
        return Optional.empty();
    }

    /**
     * What a message says that somebody pushed to Kontor in the vault's name. Calls nobody, answers from memory, never throws.
     * Needs {@link Feature#NOTICES}; without it every message is {@link VaultNotice.Untrusted}.
     */
    VaultNotice notice(Connection connection, InboundMessage message);

    /** What a vault may be able to do. */
    enum Feature {
        /** Gives whole charges back. */
        REFUND,
        /** Gives parts of charges back. */
        PARTIAL_REFUND,
        /** Forgets single methods. */
        REMOVE_METHOD,
        /** Forgets shoppers. */
        DELETE_SHOPPER,
        /** Tells what it keeps of a shopper. */
        READ_SHOPPER,
        /** Pushes messages of what happened. */
        NOTICES
    }

    /**
     * A method to keep.
     *
     * @param key names this intention
     * @param customerRef Kontor's own number of the customer, for the remote record
     * @param shopperId the vault's id of the shopper; empty to make one
     * @param token from the vault, made in the payer's browser; never a card number
     * @param firstName given name of the payer
     * @param lastName family name of the payer
     * @param email of the payer; may be empty
     * @param billing what else is known of the payer
     */
    record StoreRequest(
            IdempotencyKey key,
            String customerRef,
            Optional<String> shopperId,
            Secret token,
            String firstName,
            String lastName,
            String email,
            Billing billing) {
        /** Without more than the name. */
        public StoreRequest(
                IdempotencyKey key,
                String customerRef,
                Optional<String> shopperId,
                Secret token,
                String firstName,
                String lastName,
                String email) {
            this(key, customerRef, shopperId, token, firstName, lastName, email, Billing.NONE);
        }

        /** Refuses a card number in place of a token. */
        public StoreRequest {
            if (CardNumbers.looksLikeOne(token.reveal())) {
                throw new IllegalArgumentException("A card number must never come here: pass the vault's token");
            }
        }
    }

    /**
     * Where bills of a payer go; vaults need parts of it for bank accounts. Each part may be empty.
     *
     * @param company name of the company
     * @param phone with country code
     * @param street street and number
     * @param city town
     * @param region state or province, as the post of the country writes it
     * @param postalCode postal code
     * @param country ISO 3166-1 alpha-2, upper case
     */
    record Billing(
            String company,
            String phone,
            String street,
            String city,
            String region,
            String postalCode,
            String country) {
        /** Nothing is known. */
        public static final Billing NONE = new Billing("", "", "", "", "", "", "");
    }

    /**
     * What a vault keeps of a shopper.
     *
     * @param shopperId the vault's id
     * @param customerRef Kontor's own number of the customer; empty when the vault was not told
     * @param methods all that may be charged
     */
    record Shopper(String shopperId, String customerRef, List<StoredMethod> methods) {
        /** Copies the list. */
        public Shopper {
            methods = List.copyOf(methods);
        }
    }

    /** Kinds of methods. */
    enum MethodType {
        /** Credit or debit card. */
        CARD,
        /** ACH, SEPA or another debit of a bank account. */
        BANK_DEBIT
    }

    /**
     * A method that the vault keeps.
     *
     * @param shopperId the vault's id of the shopper
     * @param methodId the vault's id of the method, or what tells it from the shopper's others
     * @param type card or bank account
     * @param brand such as {@code VISA}, or the name of the bank; may be empty
     * @param lastDigits up to four last digits
     * @param expires last month of a card; empty for bank accounts
     */
    record StoredMethod(
            String shopperId,
            String methodId,
            MethodType type,
            String brand,
            String lastDigits,
            Optional<YearMonth> expires) {
        /** Refuses more of a number than may be kept. */
        public StoredMethod {
            if (!lastDigits.matches("[0-9]{0,4}") || CardNumbers.looksLikeOne(methodId)) {
                throw new IllegalArgumentException("No more than the last four digits may be told");
            }
        }
    }

    /**
     * Money to take.
     *
     * @param key names this intention
     * @param shopperId the vault's id of the shopper
     * @param methodId the vault's id of the method
     * @param amount how much; positive
     * @param description for the payer's statement, up to 20 characters are sure to be shown
     */
    record ChargeRequest(IdempotencyKey key, String shopperId, String methodId, Amount amount, String description) {
        /** Refuses nothing and less. */
        public ChargeRequest {
            if (amount.value().signum() <= 0) {
                throw new IllegalArgumentException("A charge is positive, not " + amount);
            }
        }
    }

    /**
     * Money that was taken, or that the vault is about to take.
     *
     * @param chargeId the vault's id of it
     * @param amount how much the vault says
     * @param expectedOn when the money comes in; empty when it is not told
     */
    record Charge(String chargeId, Amount amount, Optional<LocalDate> expectedOn) {}

    /**
     * Money to give back.
     *
     * @param key names this intention
     * @param chargeId the vault's id of the charge
     * @param charged how much was charged
     * @param amount how much to give back; positive, at most what was charged
     */
    record RefundRequest(IdempotencyKey key, String chargeId, Amount charged, Amount amount) {
        /** Refuses what cannot be a refund. */
        public RefundRequest {
            if (amount.value().signum() <= 0
                    || !amount.currency().equals(charged.currency())
                    || amount.value().compareTo(charged.value()) > 0) {
                throw new IllegalArgumentException("A refund is positive and at most " + charged + ", not " + amount);
            }
        }

        /** Whether less than the whole is given back. */
        public boolean partial() {
            return amount.value().compareTo(charged.value()) < 0;
        }
    }

    /**
     * Money that was given back.
     *
     * @param refundId the vault's id of it
     * @param amount how much the vault says
     */
    record Refund(String refundId, Amount amount) {}

    /** How removing a method ended. */
    enum Removal {
        /** It is gone now. */
        REMOVED,
        /** It was gone before. */
        ALREADY_GONE
    }

    /**
     * The wish to forget a shopper.
     *
     * @param shopperId the vault's id of the shopper
     * @param lastCharged the day of the last charge that Kontor knows of, from which the connector reckons when the vault's rule
     *     lets the shopper go; empty when there was none
     */
    record DeleteRequest(String shopperId, Optional<LocalDate> lastCharged) {}

    /** How a vault takes the wish to forget a shopper. */
    sealed interface Deletion {

        /**
         * It will be done.
         *
         * @param by when at the latest; today when it is done already
         */
        record Accepted(LocalDate by) implements Deletion {}

        /**
         * Not now: there are charges too young, open debits or running subscriptions.
         *
         * @param earliest when it is worth asking again; empty when the vault does not say
         * @param reason as the vault told it
         */
        record RefusedUntil(Optional<LocalDate> earliest, Problem reason) implements Deletion {}

        /** The vault knows no such shopper, or has forgotten it. */
        record AlreadyGone() implements Deletion {}
    }
}
