package org.kontor.wallet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.customer.CustomerView;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.PaymentVault.MethodType;
import org.kontor.spi.PaymentVault.StoredMethod;
import org.kontor.wallet.MethodRemoval.State;

/** What may be kept of a payment method, and to whom it may go. */
final class PaymentMethodRules {

    private static final int LONGEST = 100;

    private PaymentMethodRules() {}

    /** What is stored; notes in {@code fields} what is against a rule. */
    static PaymentMethodDraft checked(FieldCheck fields, PaymentMethodDraft typed) {
        PaymentMethodDraft draft = new PaymentMethodDraft(
                typed.connectionId(),
                needed(fields, "shopperId", typed.shopperId()),
                needed(fields, "methodId", typed.methodId()),
                typed.type(),
                fields.line("brand", typed.brand(), 60),
                typed.lastDigits().strip(),
                typed.expires().strip());
        if (draft.type().isEmpty()) {
            fields.refuse("type", "REQUIRED", "Choose CARD or BANK_DEBIT.");
        }
        if (!draft.expires().isEmpty() && draft.month().isEmpty()) {
            fields.refuse("expires", "NOT_A_MONTH", "Write the month as 2028-07.");
        }
        if (!draft.lastDigits().matches("[0-9]{0,4}")) {
            fields.refuse("lastDigits", "TOO_MANY_DIGITS", "Tell up to four last digits, and no more of the number.");
        }
        notANumber(fields, "shopperId", draft.shopperId());
        notANumber(fields, "methodId", draft.methodId());
        notANumber(fields, "brand", draft.brand());
        return draft;
    }

    /** What is stored of an authorised payment. */
    static AuthorisationDraft checked(FieldCheck fields, AuthorisationDraft typed) {
        AuthorisationDraft draft = new AuthorisationDraft(
                needed(fields, "reference", typed.reference()), fields.line("amount", typed.amount(), 40));
        return draft;
    }

    private static String needed(FieldCheck fields, String field, String typed) {
        String text = fields.line(field, typed, LONGEST);
        if (text.isEmpty()) {
            fields.refuse(field, "REQUIRED", "Say what it is called there.");
        }
        return text;
    }

    /** The vaults themselves refuse what looks like a card number; here nothing of it may even be kept. */
    private static void notANumber(FieldCheck fields, String field, String text) {
        try {
            new StoredMethod("", text, MethodType.CARD, "", "", Optional.empty());
        } catch (IllegalArgumentException e) {
            fields.refuse(field, "CARD_NUMBER", "Pass what the vault calls it: a card number must never come here.");
        }
    }

    /** Refuses another customer than one of the same company entity and currency (S4-35, X-20). */
    static void sameAccount(CustomerView from, CustomerView to) {
        if (from.entityId() != to.entityId()) {
            throw AppException.invalid(
                    "customerId",
                    "OTHER_ENTITY",
                    "Choose a customer of " + from.entityName() + ": the vault account belongs to it, and "
                            + to.displayName() + " to " + to.entityName() + ".");
        }
        if (!from.currency().equals(to.currency())) {
            throw AppException.invalid(
                    "customerId",
                    "OTHER_CURRENCY",
                    "Choose a customer with the currency " + from.currency() + ": that of " + to.displayName() + " is "
                            + to.currency() + ".");
        }
    }

    /** Refuses a method with a payment under way (S4-36), one that is out of use, and a mandate that was not given. */
    static void movable(PaymentMethodView method, MethodTransfer transfer, LocalDate today) {
        idle(method);
        usable(method);
        transfer.consentedOn().filter(day -> day.isAfter(today)).ifPresent(day -> {
            throw AppException.invalid("consentedOn", "IN_THE_FUTURE", "Enter the day on which the mandate was given.");
        });
        if (method.type() == PaymentMethodType.BANK_DEBIT
                && transfer.consentedOn().isEmpty()) {
            throw AppException.invalid(
                    "consentedOn",
                    "CONSENT_NEEDED",
                    "Ask the other customer for a mandate, and enter the day on which it was given: the one that there is holds for"
                            + " the payer who gave it.");
        }
    }

    /** Refuses a method with a payment under way. */
    static void idle(PaymentMethodView method) {
        List<String> underWay = method.authorisations();
        if (!underWay.isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "PAYMENT_UNDER_WAY",
                    "Wait until these payments have ended: " + String.join(", ", underWay) + ".");
        }
    }

    /** Refuses a method that its vault is being asked to forget, or has forgotten. */
    static void removable(PaymentMethodView method) {
        method.removal().filter(wish -> wish.state() != State.REFUSED).ifPresent(wish -> {
            throw wish.state() == State.REMOVED
                    ? new AppException(
                            ErrorKind.CONFLICT, "METHOD_REMOVED", "Nothing is left to do: the vault has forgotten it.")
                    : new AppException(
                            ErrorKind.CONFLICT, "REMOVAL_UNDER_WAY", "Wait for the vault: it is being asked already.");
        });
    }

    /** Refuses a method that is out of use. */
    static void usable(PaymentMethodView method) {
        if (!method.active()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "METHOD_INACTIVE",
                    "Choose an active method: this one is kept as history alone.");
        }
    }
}
