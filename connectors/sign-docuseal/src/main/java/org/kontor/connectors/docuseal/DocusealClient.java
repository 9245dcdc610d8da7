package org.kontor.connectors.docuseal;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.kontor.connectors.support.Deadline;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.Masking;
import org.kontor.connectors.support.RemoteClient;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.Secret;
import org.kontor.spi.Settings;

/** Sends requests to DocuSeal. */
final class DocusealClient {

    /** A signed file holds the document, images of signatures and certificates. */
    private static final int LARGEST_REPLY = 64 * 1024 * 1024;

    /** Begins a call of Kontor; all requests that it takes share its time. */
    Call call(Connection connection) {
        return new Call(connection.settings(), Deadline.in(connection.timeLimit()));
    }

    /** A request with everything that each one to the API has. */
    static HttpRequest.Builder request(Settings settings, String path) {
        return HttpRequest.newBuilder(DocusealSettings.address(settings, path))
                .header("X-Auth-Token", DocusealSettings.apiKey(settings).reveal())
                .header("Accept", "application/json");
    }

    /** Made with the first call: whoever has no connection to DocuSeal starts without it. */
    private static final class Http {

        static final RemoteClient CLIENT = RemoteClient.builder()
                .connectTimeout(Duration.ofSeconds(5))
                .mostTries(3)
                .mostBytes(LARGEST_REPLY)
                .build();

        private Http() {}
    }

    /** One call of Kontor. */
    static final class Call {

        private final Settings settings;
        private final Deadline deadline;

        private Call(Settings settings, Deadline deadline) {
            this.settings = settings;
            this.deadline = deadline;
        }

        /** Reads; repeated as long as there is time. */
        Exchange get(String path) {
            return Http.CLIENT.repeatable(request(settings, path).GET().build(), deadline, masking());
        }

        /** Changes something, once. */
        Exchange send(String method, String path, BodyPublisher body) {
            HttpRequest request = request(settings, path)
                    .header("Content-Type", "application/json")
                    .method(method, body)
                    .build();
            return Http.CLIENT.once(request, deadline, masking());
        }

        /**
         * Reads a PDF from an address that DocuSeal told. Its addresses are open to whoever knows them and say so for some minutes
         * alone, so the key stays here, and the address out of the log.
         */
        byte[] file(String address) throws ConnectorException {
            URI uri;
            try {
                uri = URI.create(address);
            } catch (IllegalArgumentException e) {
                throw unreadable();
            }
            if (!isBelieved(uri)) {
                throw unreadable();
            }
            Masking path = new Masking(List.of(new Secret(String.valueOf(uri.getPath()))));
            HttpRequest request = HttpRequest.newBuilder(uri).GET().build();
            return RemoteCodes.read(Http.CLIENT.repeatable(request, deadline, path), DocusealClient::pdf);
        }

        /** Encrypted, or of the server that the operator named. */
        private boolean isBelieved(URI uri) {
            URI server = DocusealSettings.server(settings);
            boolean named = Objects.equals(server.getScheme(), uri.getScheme())
                    && Objects.equals(server.getAuthority(), uri.getAuthority());
            boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
            return uri.getHost() != null && uri.getUserInfo() == null && (named || encrypted);
        }

        private Masking masking() {
            return new Masking(List.of(DocusealSettings.apiKey(settings)));
        }
    }

    private static byte[] pdf(Exchange.Answered answer) {
        byte[] bytes = answer.bytes();
        if (!isPdf(bytes)) {
            throw new IllegalArgumentException("The file is no PDF");
        }
        return bytes;
    }

    static boolean isPdf(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static ConnectorException unreadable() {
        return new ConnectorException(
                RemoteCodes.UNREADABLE.because("Update the connector: DocuSeal names a file where none can be."));
    }
}
