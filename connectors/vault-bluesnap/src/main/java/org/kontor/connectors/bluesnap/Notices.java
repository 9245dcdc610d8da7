package org.kontor.connectors.bluesnap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.Settings;
import org.kontor.spi.VaultNotice;
import org.kontor.spi.VaultNotice.Subject;

/**
 * BlueSnap's webhooks (once called IPN): forms without a signature. Where they come from is all that BlueSnap documents to
 * tell them by, so they are hints and no more.
 */
final class Notices {

    private static final Map<String, Subject> SUBJECTS = Map.ofEntries(
            Map.entry("CHARGE", Subject.CHARGE),
            Map.entry("RECURRING", Subject.CHARGE),
            Map.entry("AUTH_ONLY", Subject.CHARGE),
            Map.entry("AUTH_ONLY_SINGLE_CHARGE", Subject.CHARGE),
            Map.entry("CC_CHARGE_FAILED", Subject.CHARGE),
            Map.entry("SUBSCRIPTION_CHARGE_FAILURE", Subject.CHARGE),
            Map.entry("REFUND", Subject.REFUND),
            Map.entry("CHARGEBACK", Subject.CHARGEBACK));

    private Notices() {}

    static VaultNotice read(Settings settings, InboundMessage message) {
        if (!BlueSnapSettings.isSender(settings, message.sourceAddress())) {
            return new VaultNotice.Untrusted(
                    BlueSnapErrors.SENDER.because(BlueSnapErrors.SENDER.meaning(), message.sourceAddress()));
        }
        Map<String, String> form;
        try {
            form = form(message.body());
        } catch (IllegalArgumentException e) {
            return unreadable();
        }
        String event = form.getOrDefault("transactionType", "");
        if (event.isEmpty()) {
            return unreadable();
        }
        Subject subject = SUBJECTS.get(event);
        if (subject == null
                && (form.containsKey("updatedCreditCardLast4Digits")
                        || form.containsKey("updatedPublicRoutingNumber"))) {
            subject = Subject.SHOPPER;
        }
        if (subject == null) {
            return new VaultNotice.Unimportant(event);
        }
        return new VaultNotice.About(
                subject,
                event,
                key(form.getOrDefault("merchantTransactionId", "")),
                form.getOrDefault("referenceNumber", ""),
                form.getOrDefault("accountId", ""));
    }

    private static Optional<IdempotencyKey> key(String text) {
        try {
            return Optional.of(new IdempotencyKey(text));
        } catch (IllegalArgumentException e) {
            // A charge that was not made by Kontor.
            return Optional.empty();
        }
    }

    private static VaultNotice unreadable() {
        return new VaultNotice.Unreadable(
                RemoteCodes.UNREADABLE.because("Update the connector: a webhook of BlueSnap has another form."));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
