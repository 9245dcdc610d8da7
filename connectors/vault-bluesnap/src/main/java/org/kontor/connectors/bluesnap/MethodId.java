package org.kontor.connectors.bluesnap;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What tells a method from the others of its shopper. BlueSnap gives methods no ids: it knows a card by type and last four
 * digits, a bank account by the parts of its numbers that it shows.
 *
 * @param kind which list of the shopper it is in
 * @param parts as many as the kind has
 */
record MethodId(Kind kind, List<String> parts) {

    /** Lists of a shopper, with the names of BlueSnap. */
    @SuppressWarnings("ImmutableEnumChecker") // The lists are made by List.of.
    enum Kind {
        /** Cards: type, last four digits. */
        CARD("card", "creditCardInfo", "creditCard", "creditCard", List.of("cardType", "cardLastFourDigits")),
        /** ACH accounts in the United States, all of them; API version 3.0. */
        ECP(
                "ecp",
                "ecpDetails",
                "ecp",
                "ecpTransaction",
                List.of("accountType", "publicAccountNumber", "publicRoutingNumber")),
        /** The one ACH account of API version 2.0. */
        ECP_ALONE(
                "ecp",
                "ecpInfo",
                "ecp",
                "ecpTransaction",
                List.of("accountType", "publicAccountNumber", "publicRoutingNumber")),
        /** SEPA direct debit: both ends of the IBAN. */
        SEPA(
                "sepa",
                "sepaDirectDebitInfo",
                "sepaDirectDebit",
                "sepaDirectDebitTransaction",
                List.of("ibanFirstFour", "ibanLastFour"));

        final String prefix;
        final String list;
        final String inner;
        final String transaction;
        final List<String> names;

        Kind(String prefix, String list, String inner, String transaction, List<String> names) {
            this.prefix = prefix;
            this.list = list;
            this.inner = inner;
            this.transaction = transaction;
            this.names = names;
        }
    }

    /**
     * The id of an entry in a list of a shopper.
     *
     * @throws IllegalArgumentException when a part is missing
     */
    static MethodId of(Kind kind, JsonObject entry) {
        JsonObject inner = Json.inner(entry, kind.inner);
        return new MethodId(
                kind, kind.names.stream().map(name -> Json.needed(inner, name)).toList());
    }

    /** The id as {@link #text()} wrote it; empty when it is of another vault. */
    static Optional<MethodId> parse(String text, boolean severalAccounts) {
        List<String> pieces = List.of(text.split(":", -1));
        for (Kind kind : Kind.values()) {
            boolean right = kind == Kind.ECP ? severalAccounts : kind != Kind.ECP_ALONE || !severalAccounts;
            if (right && pieces.get(0).equals(kind.prefix) && pieces.size() == kind.names.size() + 1) {
                return Optional.of(new MethodId(kind, pieces.subList(1, pieces.size())));
            }
        }
        return Optional.empty();
    }

    /** Such as {@code card:VISA:1111}. */
    String text() {
        return kind.prefix + ":" + String.join(":", parts);
    }

    boolean isCard() {
        return kind == Kind.CARD;
    }

    /** What names the method in a request. */
    JsonObjectBuilder json() {
        JsonObjectBuilder named = jakarta.json.Json.createObjectBuilder();
        for (int i = 0; i < parts.size(); i++) {
            named.add(kind.names.get(i), parts.get(i));
        }
        return named;
    }
}
