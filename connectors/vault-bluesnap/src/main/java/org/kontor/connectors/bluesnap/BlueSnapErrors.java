package org.kontor.connectors.bluesnap;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.ErrorCode.Kind;
import org.kontor.spi.Problem;

/** BlueSnap's errors, by name rather than by code: one code stands for some thirty reasons. */
final class BlueSnapErrors {

    private static final List<ErrorCode> CODES = new ArrayList<>();
    private static final Map<String, ErrorCode> BY_NAME = new HashMap<>();

    static final ErrorCode DECLINED = code(
            "CARD_DECLINED",
            Kind.REMOTE_REFUSED,
            "The issuing bank said no. Ask the payer to call the bank or for another method.",
            "CALL_ISSUER DO_NOT_HONOR PROCESSING_GENERAL_DECLINE RESTRICTED_CARD INVALID_TRANSACTION");
    static final ErrorCode FUNDS = code(
            "INSUFFICIENT_FUNDS",
            Kind.REMOTE_REFUSED,
            "There is too little money or the limit is reached. Try again later.",
            "INSUFFICIENT_FUNDS LIMIT_EXCEEDED");
    static final ErrorCode EXPIRED = code(
            "CARD_EXPIRED", Kind.REMOTE_REFUSED, "The card has expired. Ask the payer for a new one.", "EXPIRED_CARD");
    static final ErrorCode LOST = code(
            "CARD_LOST_OR_STOLEN",
            Kind.REMOTE_REFUSED,
            "The card was reported lost or stolen. Do not charge it again.",
            "CARD_LOST_OR_STOLEN PICKUP_CARD");
    static final ErrorCode CLOSED = code(
            "ACCOUNT_CLOSED",
            Kind.REMOTE_REFUSED,
            "The account is closed or the consent was taken back. Ask the payer for another method.",
            "ACCOUNT_CLOSED AUTHORIZATION_REVOKED AUTHORIZATION_EXPIRED");
    static final ErrorCode CARD_DATA = code(
            "CARD_DATA_WRONG",
            Kind.REMOTE_REFUSED,
            "Number, date or security code is wrong. Ask the payer to enter the card again.",
            "CVV_ERROR INCORRECT_INFORMATION INVALID_CARD_NUMBER INVALID_CARD_TYPE INVALID_PIN_OR_PW_OR_ID_ERROR"
                    + " INVALID_PAYMENT_DETAILS INVALID_ECP_ACCOUNT_TYPE");
    static final ErrorCode RISK = code(
            "HIGH_RISK",
            Kind.REMOTE_REFUSED,
            "BlueSnap takes it for fraud or may not serve the country. Do not try again.",
            "HIGH_RISK_ERROR SHOPPER_COUNTRY_OFAC_SANCTIONED");
    static final ErrorCode AUTHENTICATION = code(
            "PAYER_MUST_AUTHENTICATE",
            Kind.REMOTE_REFUSED,
            "The bank wants the payer to confirm. Send a payment link.",
            "THREE_D_SECURITY_AUTHENTICATION_REQUIRED STRONG_CUSTOMER_AUTHENTICATION_REQUIRED THREE_D_SECURE_FAILURE");
    static final ErrorCode AMOUNT = code(
            "AMOUNT_NOT_ALLOWED",
            Kind.REMOTE_REFUSED,
            "BlueSnap does not take this amount. Correct it.",
            "INVALID_AMOUNT PROCESSING_AMOUNT_ERROR REFUND_MIN_AMOUNT_FAILURE REFUND_MAX_AMOUNT_FAILURE");
    static final ErrorCode TOKEN = code(
            "TOKEN_NOT_USABLE",
            Kind.USER,
            "The token of the card form is unknown, used or older than an hour. Let the payer enter the card again.",
            "EXPIRED_TOKEN TOKEN_NOT_FOUND NO_PAYMENT_DETAILS_LINKED_TO_TOKEN");
    static final ErrorCode METHOD = code(
            "METHOD_MISSING",
            Kind.REMOTE_REFUSED,
            "BlueSnap does not keep this method of the shopper. Store it again.",
            "BLS_NO_SUCH_SHOPPER_PAYMENT_METHOD MISSING_RELEVANT_METHOD_FOR_SHOPPER"
                    + " MULTIPLE_PAYMENT_METHODS_NON_SELECTED MISSING_CARD_TYPE");
    static final ErrorCode SHOPPER = code(
            "SHOPPER_MISSING",
            Kind.REMOTE_REFUSED,
            "BlueSnap does not know the shopper. Store the method again.",
            "SHOPPER_NOT_FOUND MISSING_SHOPPER_OR_CARD_HOLDER");
    static final ErrorCode PAYER = code(
            "PAYER_DATA_MISSING",
            Kind.USER,
            "BlueSnap wants more of the payer, such as postal code and phone for a bank account. Fill it in.",
            "MISSING_VAULTED_SHOPPER_FIELDS MISSING_PAYER_INFO_FIELDS");
    static final ErrorCode METHOD_IN_USE = code(
            "METHOD_IN_USE",
            Kind.REMOTE_REFUSED,
            "A running subscription or a payment that is not decided needs the method. Try again when it has ended.",
            "");
    static final ErrorCode ALREADY_REFUNDED = code(
            "ALREADY_REFUNDED",
            Kind.REMOTE_REFUSED,
            "The charge was given back before.",
            "INVOICE_ALREADY_REFUNDED INVOICE_ALREADY_FULLY_REFUNDED");
    static final ErrorCode REFUND_REFUSED = code(
            "REFUND_NOT_POSSIBLE",
            Kind.REMOTE_REFUSED,
            "BlueSnap does not give this charge back: too old, not that kind of method, or your balance is too low.",
            "REFUND_PERIOD_EXPIRED INSUFFICIENT_FUNDS_FOR_REFUND VENDOR_INSUFFICIENT_FUNDS_FOR_REFUND"
                    + " PARTIAL_REFUND_NOT_SUPPORTED PAYMENT_METHOD_NOT_REFUNDABLE REFUND_FAILED");
    static final ErrorCode SETUP = code(
            "ACCOUNT_SETUP",
            Kind.USER,
            "Your BlueSnap account or API user is not set up for this. Ask BlueSnap's support.",
            "INVALID_API_VERSION MERCHANT_CONFIGURATION_ERROR INVALID_TRANSACTION_TYPE INVALID_HTTP_METHOD INCORRECT_SETUP"
                    + " PAYMENT_METHOD_NOT_SUPPORTED NO_AVAILABLE_PROCESSORS TRANSACTION_PAYMENT_METHOD_NOT_SUPPORTED");
    static final ErrorCode INPUT = code(
            "INPUT_NOT_ALLOWED",
            Kind.USER,
            "BlueSnap does not take a text that was sent. Write it with letters, digits and blanks alone.",
            "XSS_EXCEPTION VALIDATION_GENERAL_FAILURE INVALID_MERCHANT_TRANSACTION_ID");
    static final ErrorCode NOT_DECIDED = code(
            "NOT_DECIDED",
            Kind.REMOTE_DOWN,
            "BlueSnap or the bank failed in the middle. Kontor asks what happened.",
            "PAYMENT_GENERAL_FAILURE GENERAL_PAYMENT_PROCESSING_ERROR BLS_CONNECTION_PROBLEM PROCESSING_TIMEOUT"
                    + " SYSTEM_TECHNICAL_ERROR THE_ISSUER_IS_UNAVAILABLE_OR_OFFLINE PROCESSING_DUPLICATE"
                    + " TRANSACTION_ALREADY_EXISTS TRANSACTION_LOCKED REFUND_GENERAL_FAILURE");
    static final ErrorCode TWO_CHARGES = code(
            "TWO_CHARGES_UNDER_ONE_KEY",
            Kind.BUG,
            "BlueSnap has two charges with our key. Compare both with the ledger by hand.",
            "MULTIPLE_TRANSACTIONS_FOUND");
    static final ErrorCode YOUNG_CHARGES = code(
            "SHOPPER_HAS_YOUNG_CHARGES",
            Kind.REMOTE_REFUSED,
            "BlueSnap keeps a shopper for 12 months after the last charge. Remove the methods and ask again then.",
            "");
    static final ErrorCode SUBSCRIPTION = code(
            "SHOPPER_HAS_SUBSCRIPTION",
            Kind.REMOTE_REFUSED,
            "A subscription of the shopper runs in BlueSnap. Cancel it there, then ask again.",
            "");
    static final ErrorCode OPEN_DEBIT = code(
            "SHOPPER_HAS_OPEN_DEBIT",
            Kind.REMOTE_REFUSED,
            "A debit of the shopper's bank account is not decided. Ask again in some days.",
            "");
    static final ErrorCode SENDER = code(
            "SENDER_UNKNOWN",
            Kind.USER,
            "A message came from an address that is not BlueSnap's. Check noticeAddresses and the proxies before Kontor.",
            "");

    private static final Set<String> NOT_FOUND = Set.of("TRANSACTION_NOT_FOUND", "SHOPPER_NOT_FOUND");

    private BlueSnapErrors() {}

    private static ErrorCode code(String code, Kind kind, String meaning, String names) {
        ErrorCode made = new ErrorCode(code, kind, meaning);
        CODES.add(made);
        for (String name : names.split(" ", -1)) {
            BY_NAME.put(name, made);
        }
        return made;
    }

    /** All of them. */
    static List<ErrorCode> all() {
        return List.copyOf(CODES);
    }

    /**
     * One error as BlueSnap tells it.
     *
     * @param code BlueSnap's number
     * @param name BlueSnap's name; may be empty
     * @param description for people; may be empty
     */
    record Told(String code, String name, String description) {
        boolean mentions(String word) {
            return description.toLowerCase(Locale.ROOT).contains(word);
        }
    }

    /** The first error of a reply; empty when the reply has not the form of BlueSnap's errors. */
    static Optional<Told> told(Exchange.Answered answer) {
        try {
            JsonObject body = Json.object(answer);
            return Json.list(body, "message").stream()
                    .findFirst()
                    .map(m -> new Told(Json.text(m, "code"), Json.text(m, "errorName"), Json.text(m, "description")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What an error means; {@link RemoteCodes#REFUSED} for those that this table does not know. */
    static ErrorCode meaning(Told told) {
        ErrorCode known = BY_NAME.get(told.name());
        if (known != null && !told.name().isEmpty()) {
            return known;
        }
        return told.code().equals("14002") ? DECLINED : RemoteCodes.REFUSED;
    }

    /** The problem of a refusal, with BlueSnap's own words behind ours. */
    static Problem problem(Exchange.Answered answer) {
        return told(answer)
                .map(told -> problem(answer, meaning(told), told))
                .orElseGet(() -> RemoteCodes.REFUSED.because(
                        "Look into BlueSnap: it refused without a reason.", Integer.toString(answer.status())));
    }

    /** A problem of this code, with BlueSnap's own words behind ours. */
    static Problem problem(Exchange.Answered answer, ErrorCode code, Told told) {
        String words = answer.quote(told.description()).strip();
        String message = code.equals(RemoteCodes.REFUSED) ? "Look into BlueSnap: it refused." : code.meaning();
        String remote = told.name().isEmpty() ? told.code() : told.code() + " " + told.name();
        return code.because(words.isEmpty() ? message : message + " BlueSnap says: " + words, remote);
    }

    /**
     * Whether BlueSnap itself says that it knows no such thing. A page of some gateway that happens to be a 404 does not say so.
     */
    static boolean saysNotFound(Exchange.Answered answer) {
        Optional<Told> told = told(answer);
        return !answer.good()
                && told.isPresent()
                && (answer.status() == 404
                        || NOT_FOUND.contains(told.orElseThrow().name()));
    }

    /** Whether BlueSnap turned the call away at the door, as it does with 503 as well as with 429. */
    static boolean saysTooFast(Exchange.Answered answer) {
        return answer.status() == 503
                && told(answer).filter(told -> told.mentions("too high")).isPresent();
    }
}
