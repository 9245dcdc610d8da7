package org.kontor.connectors.bluesnap;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Amount;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault.Charge;
import org.kontor.spi.PaymentVault.ChargeRequest;
import org.kontor.spi.PaymentVault.Refund;
import org.kontor.spi.PaymentVault.RefundRequest;

/** Charges and refunds, there and back. */
final class Transactions {

    /** Under this name a refund carries our key, by which it is found again. */
    static final String KEY_OF_REFUND = "kontorRefund";

    private static final int LONGEST_DESCRIPTOR = 20;
    /** The money came, whatever became of it afterwards. */
    private static final Set<String> CAME =
            Set.of("SUCCESS", "APPROVED", "REFUNDED", "PARTIALLY_REFUNDED", "CHARGEBACK", "SETTLED");

    private static final Set<String> OPEN = Set.of("PENDING", "IN_PROGRESS", "PENDING_SHOPPER");
    private static final Set<String> FAILED =
            Set.of("FAIL", "FAILED", "DECLINED", "REJECTED", "CANCELED", "CANCELLED", "VOIDED");

    private Transactions() {}

    /** Where a charge of this method goes. */
    static String path(MethodId method) {
        return method.isCard() ? "transactions" : "alt-transactions";
    }

    static String body(ChargeRequest request, MethodId method) {
        JsonObjectBuilder body = jakarta.json.Json.createObjectBuilder()
                .add("amount", request.amount().value())
                .add("currency", request.amount().currency().getCurrencyCode())
                .add("vaultedShopperId", Long.parseLong(request.shopperId()))
                .add("merchantTransactionId", request.key().value())
                .add(method.kind().transaction, method.json());
        if (method.isCard()) {
            body.add("cardTransactionType", "AUTH_CAPTURE");
        } else {
            body.add("authorizedByShopper", true);
        }
        String descriptor = descriptor(request.description());
        if (!descriptor.isEmpty()) {
            body.add("softDescriptor", descriptor);
        }
        return body.build().toString();
    }

    /** What every bank shows: no more than 20 plain characters. */
    private static String descriptor(String description) {
        String plain = description
                .replaceAll("[^A-Za-z0-9 .&-]", " ")
                .replaceAll(" +", " ")
                .strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_DESCRIPTOR)).strip();
    }

    /**
     * How a charge ended.
     *
     * @throws IllegalArgumentException when the reply has not the agreed form, or is about another charge
     */
    static Outcome<Charge> charge(JsonObject json, IdempotencyKey key) {
        String told = Json.text(json, "merchantTransactionId");
        if (!told.isEmpty() && !told.equals(key.value())) {
            throw new IllegalArgumentException("The reply is about another charge");
        }
        Charge charge = new Charge(Json.needed(json, "transactionId"), Json.amount(json), Optional.empty());
        JsonObject processing = Json.inner(json, "processingInfo");
        String status = Json.needed(processing, "processingStatus").toUpperCase(Locale.ROOT);
        // The bank holds an amount: no money has come before it is captured.
        boolean held = Json.text(json, "cardTransactionType").equalsIgnoreCase("AUTH_ONLY");
        if (CAME.contains(status) && held) {
            return Outcome.pending(charge);
        }
        if (CAME.contains(status)) {
            return Outcome.done(charge);
        }
        if (OPEN.contains(status)) {
            return Outcome.pending(charge);
        }
        if (FAILED.contains(status)) {
            List<JsonObject> errors = Json.list(Json.inner(processing, "processingErrors"), "processingError");
            BlueSnapErrors.Told told14002 = errors.isEmpty()
                    ? new BlueSnapErrors.Told("14002", "", "")
                    : new BlueSnapErrors.Told(
                            "14002",
                            Json.text(errors.get(0), "processingErrorName"),
                            Json.text(errors.get(0), "processingErrorDescription"));
            var meaning = BlueSnapErrors.meaning(told14002);
            return Outcome.refused(meaning.because(meaning.meaning(), status));
        }
        return Outcome.unknown(RemoteCodes.UNREADABLE.because(
                "Update the connector: BlueSnap tells a state of the charge that is not known.", status));
    }

    static String body(RefundRequest request) {
        JsonObjectBuilder body = jakarta.json.Json.createObjectBuilder();
        if (request.partial()) {
            body.add("amount", request.amount().value());
        }
        JsonArrayBuilder metaData = jakarta.json.Json.createArrayBuilder()
                .add(jakarta.json.Json.createObjectBuilder()
                        .add("metaKey", KEY_OF_REFUND)
                        .add("metaValue", request.key().value())
                        .add("metaDescription", "Key of the refund in Kontor")
                        .add("isVisible", "N"));
        return body.add("cancelSubscriptions", false)
                .add(
                        "transactionMetaData",
                        jakarta.json.Json.createObjectBuilder().add("metaData", metaData))
                .build()
                .toString();
    }

    /**
     * How a refund ended.
     *
     * @param asked told where the reply does not say how much, since the charge's currency is the refund's
     * @throws IllegalArgumentException when the reply has not the agreed form
     */
    static Outcome<Refund> refund(JsonObject json, Optional<Amount> asked) {
        Amount amount = Json.text(json, "amount").isEmpty()
                        || Json.text(json, "currency").isEmpty()
                ? asked.orElseThrow(() -> new IllegalArgumentException("The refund lacks its amount"))
                : Json.amount(json);
        Refund refund = new Refund(Json.needed(json, "refundTransactionId"), amount);
        String status = Json.text(json, "refundStatus").toUpperCase(Locale.ROOT);
        if (OPEN.contains(status)) {
            return Outcome.pending(refund);
        }
        if (FAILED.contains(status)) {
            return Outcome.refused(
                    BlueSnapErrors.REFUND_REFUSED.because(BlueSnapErrors.REFUND_REFUSED.meaning(), status));
        }
        return Outcome.done(refund);
    }

    /** The refunds of a charge that carry this key; more than one is a defect of somebody. */
    static List<JsonObject> refunds(JsonObject charge, IdempotencyKey key) {
        return Json.list(Json.inner(charge, "refunds"), "refund").stream()
                .filter(refund -> Json.list(Json.inner(refund, "transactionMetaData"), "metaData").stream()
                        .anyMatch(meta -> Json.text(meta, "metaKey").equals(KEY_OF_REFUND)
                                && Json.text(meta, "metaValue").equals(key.value())))
                .toList();
    }
}
