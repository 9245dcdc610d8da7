package org.kontor.lifecycle;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.document.FactSheet;
import org.kontor.document.FactSheet.Fact;
import org.kontor.document.FactSheet.Section;

/** A certificate of an erasure as people read it: whatever stands in the signed file, and its signature. */
final class CertificateSheet {

    private CertificateSheet() {}

    static FactSheet of(JsonObject signed, Instant made) {
        JsonObject certificate = signed.getJsonObject("certificate");
        JsonObject signature = signed.getJsonObject("signature");
        boolean complete = certificate.getBoolean("complete");
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "Erasure",
                List.of(
                        new Fact("Number", plain(certificate.get("erasure"))),
                        new Fact("Version", plain(certificate.get("version"))),
                        new Fact("Customer", plain(certificate.get("subject"))),
                        new Fact("Asked for", certificate.getString("requestedAt")),
                        new Fact("By", certificate.getString("requestedBy")),
                        new Fact("Erased", certificate.getString("erasedAt")))));
        sections.add(new Section("What was erased, and how many", counts(certificate.getJsonObject("erased"))));
        if (!certificate.getJsonArray("uncounted").isEmpty()) {
            sections.add(new Section(
                    "Confidential, and counted for nobody",
                    certificate.getJsonArray("uncounted").stream()
                            .map(noun -> new Fact(words(plain(noun)), "erased, if there was any"))
                            .toList()));
        }
        if (!certificate.getJsonObject("kept").isEmpty()) {
            sections.add(new Section("What stays, and why", counts(certificate.getJsonObject("kept"))));
        }
        certificate.getJsonArray("remote").stream()
                .map(JsonValue::asJsonObject)
                .forEach(step -> sections.add(new Section(
                        step.getString("system"),
                        step.keySet().stream()
                                .filter(key -> !key.equals("system"))
                                .map(key -> new Fact(words(key), plain(step.get(key))))
                                .toList())));
        sections.add(new Section(
                "Who was not asked",
                certificate.getJsonArray("notAsked").stream()
                        .map(system -> new Fact(plain(system), "holds what it held"))
                        .toList()));
        sections.add(new Section(
                "Signature",
                signature.keySet().stream()
                        .map(key -> new Fact(words(key), lines(plain(signature.get(key)))))
                        .toList()));
        return new FactSheet(
                "Certificate of erasure " + certificate.get("erasure"),
                (complete
                                ? "All systems that were asked have confirmed. "
                                : "Not all systems that were asked have confirmed yet: this certificate grows. ")
                        + "The JSON file of this certificate is what the signature is over; this page tells the same.",
                Locale.ENGLISH,
                made,
                certificate.getJsonNumber("erasure").longValueExact(),
                sections);
    }

    private static List<Fact> counts(JsonObject counts) {
        return counts.keySet().stream()
                .map(noun -> new Fact(words(noun), plain(counts.get(noun))))
                .toList();
    }

    /** A code as words: {@code journal-entry} and {@code journalEntry} are "Journal entry". */
    private static String words(String code) {
        String spaced =
                code.replace('-', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String plain(@Nullable JsonValue value) {
        return value instanceof JsonString text ? text.getString() : String.valueOf(value);
    }

    /** Broken into pieces that fit the page. */
    private static String lines(String text) {
        return text.replaceAll("(.{44})(?=.)", "$1 ");
    }
}
