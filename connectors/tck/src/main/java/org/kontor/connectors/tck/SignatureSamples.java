package org.kontor.connectors.tck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Content;
import org.kontor.spi.SignatureService.SignatureRequest;
import org.kontor.spi.SignatureService.Signer;

/** Documents to sign and people who do. */
final class SignatureSamples {

    private static final String PDF = """
            %PDF-1.4
            %\u00e2\u00e3\u00cf\u00d3
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    private SignatureSamples() {}

    /** A page with nothing on it; some of its bytes are no text. */
    static byte[] pdf() {
        return PDF.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One person or two, as many as the service takes. */
    static List<Signer> people(int most) {
        Signer wanda = new Signer("Wanda Rook", "wanda@rook.example");
        return most < 2
                ? List.of(wanda)
                : List.of(wanda, new Signer("J\u00fcrgen {{Name}} (Gro\u00df)", "j@gross.example"));
    }

    static SignatureRequest request(String key, List<Signer> signers) {
        return request(key, signers, false, Optional.empty());
    }

    static SignatureRequest request(String key, List<Signer> signers, boolean inOrder, Optional<Instant> expires) {
        return of(key, () -> new ByteArrayInputStream(pdf()), pdf().length, signers, inOrder, expires);
    }

    /** A document that must not be opened, of this size. */
    static SignatureRequest unread(String key, long size, List<Signer> signers) {
        Content content = () -> {
            throw new AssertionError("the document was read, though it cannot be sent");
        };
        return of(key, content, size, signers, false, Optional.empty());
    }

    /** A document whose bytes are gone. */
    static SignatureRequest unreadable(String key, List<Signer> signers) {
        Content content = () -> {
            throw new IOException("The file is gone");
        };
        return of(key, content, pdf().length, signers, false, Optional.empty());
    }

    static byte[] bytes(Content content) {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("The file cannot be read", e);
        }
    }

    private static SignatureRequest of(
            String key, Content content, long size, List<Signer> signers, boolean inOrder, Optional<Instant> expires) {
        return new SignatureRequest(
                new IdempotencyKey(key),
                "Rental agreement",
                "Please sign.\nThank you.",
                content,
                size,
                signers,
                inOrder,
                expires);
    }
}
