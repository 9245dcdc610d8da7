package org.kontor.connectors.docuseal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import org.kontor.spi.SignatureService.SignatureRequest;
import org.kontor.spi.SignatureService.Signer;

/** The body of {@code POST /submissions/pdf}: the document, and behind it a page with the places for signatures. */
final class SubmissionRequest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");

    private SubmissionRequest() {}

    /** In pieces, so that a large document is not copied from text to text. */
    static BodyPublisher body(SignatureRequest request, byte[] pdf) {
        byte[] page = SignaturePage.of(request.title(), sha256(pdf), request.signers());
        Base64.Encoder base64 = Base64.getEncoder();
        return BodyPublishers.concat(
                BodyPublishers.ofString("{\"documents\":[{\"name\":\"document\",\"file\":\""),
                BodyPublishers.ofByteArray(base64.encode(pdf)),
                BodyPublishers.ofString("\"},{\"name\":\"signatures\",\"file\":\""),
                BodyPublishers.ofByteArray(base64.encode(page)),
                BodyPublishers.ofString("\"}]," + rest(request).toString().substring(1)));
    }

    static JsonObject rest(SignatureRequest request) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("name", plain(request.title()))
                .add("merge_documents", true)
                .add("send_email", true)
                .add("order", request.ordered() ? "preserved" : "random");
        request.expires().ifPresent(end -> body.add("expire_at", TIME.format(end.atOffset(ZoneOffset.UTC))));
        if (!request.message().isBlank()) {
            // Without the variable the e-mail would have no link.
            body.add(
                    "message",
                    Json.createObjectBuilder()
                            .add("subject", plain(request.title()))
                            .add("body", plain(request.message()) + "\n\n{{submitter.link}}"));
        }
        JsonArrayBuilder submitters = Json.createArrayBuilder();
        int number = 0;
        for (Signer signer : request.signers()) {
            number++;
            submitters.add(Json.createObjectBuilder()
                    .add("role", SignaturePage.role(number))
                    .add("name", signer.name())
                    .add("email", signer.email())
                    .add("external_id", Submissions.externalId(request.key(), number)));
        }
        return body.add("submitters", submitters).build();
    }

    /** Two braces would be a variable or a field of DocuSeal. */
    static String plain(String text) {
        return text.replaceAll("\\{(?=\\{)", "{ ").replaceAll("}(?=})", "} ");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
