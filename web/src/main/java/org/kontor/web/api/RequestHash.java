package org.kontor.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kontor.web.security.CsrfToken;
import org.kontor.web.security.KioskToken;

/**
 * What a request asks, as a hash: address, query and body. Keyed with the credentials of the request, of which the database holds
 * a hash at most: so from what is stored nobody can try out which password, say, a body held. A multipart body is hashed without its boundary, which is another
 * one each time, and lies in a temporary file meanwhile, since it may be large.
 */
final class RequestHash {

    private RequestHash() {}

    static byte[] of(ContainerRequestContext request) throws IOException {
        Mac digest = keyed(request);
        digest.update(bytes(request.getUriInfo().getRequestUri().getRawPath() + "?"
                + request.getUriInfo().getRequestUri().getRawQuery() + "\n"));
        MediaType type = request.getMediaType();
        String boundary = type == null ? null : type.getParameters().get("boundary");
        if (boundary == null) {
            byte[] body = request.getEntityStream().readNBytes(JsonBodyReader.MAX_BYTES + 1);
            digest.update(body);
            request.setEntityStream(new ByteArrayInputStream(body));
        } else {
            Path file = Files.createTempFile("kontor-request", ".body");
            try {
                try (OutputStream copy = Files.newOutputStream(file)) {
                    spool(request.getEntityStream(), copy, digest, bytes("--" + boundary));
                }
                request.setEntityStream(new Deleting(Files.newInputStream(file), file));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }
        return digest.doFinal();
    }

    /** Copies everything; hashes every line that does not begin with the boundary. Long lines go in pieces. */
    private static void spool(InputStream in, OutputStream copy, Mac digest, byte[] boundary) throws IOException {
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        boolean atStart = true;
        boolean skipped = false;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copy.write(buffer, 0, read);
            for (int i = 0; i < read; i++) {
                byte b = buffer[i];
                if (atStart) {
                    start.write(b);
                    skipped = start.size() == boundary.length && Arrays.equals(start.toByteArray(), boundary);
                    if (start.size() == boundary.length || b == '\n') {
                        Optional.of(start.toByteArray())
                                .filter(s -> !Arrays.equals(s, boundary))
                                .ifPresent(digest::update);
                        start.reset();
                        atStart = b == '\n';
                    }
                } else {
                    if (!skipped) {
                        digest.update(b);
                    }
                    atStart = b == '\n';
                    skipped &= !atStart;
                }
            }
        }
        digest.update(start.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Mac keyed(ContainerRequestContext request) {
        String credentials = Stream.of(HttpHeaders.AUTHORIZATION, CsrfToken.HEADER)
                .map(request::getHeaderString)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(request.getCookies().get(KioskToken.COOKIE))
                        .map(Cookie::getValue))
                .orElseThrow(() -> new IllegalStateException("A request without credentials has no Idempotency-Key"));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(credentials), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes its file when it is closed. */
    private static final class Deleting extends FilterInputStream {
        private final Path file;

        Deleting(InputStream in, Path file) {
            super(in);
            this.file = file;
        }

        @Override
        public void close() throws IOException {
            super.close();
            Files.deleteIfExists(file);
        }
    }
}
