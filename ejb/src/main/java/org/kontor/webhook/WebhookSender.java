package org.kontor.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to an address that was checked before: the name is not resolved again, redirects are not followed, and nobody can keep
 * us longer than the timeout or with more than 64 KiB. The client of the JDK cannot be told the address to connect to.
 */
final class WebhookSender {

    private static final int MOST_BYTES = 1 << 16;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private WebhookSender() {}

    /**
     * What the endpoint answered.
     *
     * @param status HTTP status
     * @param body its beginning, as text
     */
    record Answer(int status, String body) {}

    /**
     * Sends and waits for the answer.
     *
     * @param timeout for everything together
     * @throws IOException when there was no answer, with the reason as message
     */
    static Answer post(WebhookTarget.Address to, Map<String, String> headers, byte[] body, Duration timeout)
            throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(to.address(), to.port()), (int) timeout.toMillis());
            plain.setSoTimeout(remaining(deadline));
            try (Socket socket = to.encrypted() ? encrypt(plain, to) : plain) {
                OutputStream out = socket.getOutputStream();
                out.write(head(to, headers, body.length).getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                return new Reader(socket, deadline).read();
            }
        }
    }

    private static Socket encrypt(Socket plain, WebhookTarget.Address to) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        // Created with the name, it asks for the certificate of that name.
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(WebhookTarget.Address to, Map<String, String> headers, int length) {
        String path = to.url().getRawPath() == null || to.url().getRawPath().isEmpty()
                ? "/"
                : to.url().getRawPath();
        String query = to.url().getRawQuery() == null ? "" : "?" + to.url().getRawQuery();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(to.url().getRawAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ")
                .append(length)
                .append("\r\nConnection: close\r\n\r\n")
                .toString();
    }

    private static int remaining(long deadline) throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("The endpoint did not answer in time");
        }
        return (int) millis;
    }

    /** Reads an answer: status line, headers, and a body of known length, in chunks, or up to the end. */
    private static final class Reader {
        private final Socket socket;
        private final InputStream in;
        private final long deadline;
        private int left = MOST_BYTES;

        Reader(Socket socket, long deadline) throws IOException {
            this.socket = socket;
            this.deadline = deadline;
            in = new BufferedInputStream(socket.getInputStream());
        }

        Answer read() throws IOException {
            int status;
            int length;
            boolean chunked;
            do {
                Matcher line = STATUS.matcher(line());
                if (!line.matches()) {
                    throw new IOException("The endpoint did not answer in HTTP");
                }
                status = Integer.parseInt(line.group(1));
                length = -1;
                chunked = false;
                for (String header = line(); !header.isEmpty(); header = line()) {
                    String lower = header.toLowerCase(Locale.ROOT);
                    if (lower.startsWith("content-length:")) {
                        length = length(lower);
                    }
                    chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
                }
            } while (status < 200);
            return new Answer(status, body(status, length, chunked));
        }

        /** The body is for the log alone: where it breaks off, what came counts. */
        private String body(int status, int length, boolean chunked) throws IOException {
            if (status == 204 || status == 304) {
                return "";
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            try {
                if (chunked) {
                    for (int size = chunk(); size > 0; size = chunk()) {
                        copy(body, size);
                        line();
                    }
                } else {
                    copy(body, length < 0 ? MOST_BYTES : length);
                }
            } catch (EOFException e) {
                return body.toString(StandardCharsets.UTF_8);
            }
            return body.toString(StandardCharsets.UTF_8);
        }

        private void copy(ByteArrayOutputStream body, int size) throws IOException {
            for (int i = 0; i < size; i++) {
                body.write(next());
            }
        }

        private int chunk() throws IOException {
            try {
                return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            } catch (NumberFormatException e) {
                throw new EOFException();
            }
        }

        private static int length(String header) throws IOException {
            try {
                return Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            } catch (NumberFormatException e) {
                throw new IOException("The endpoint did not answer in HTTP", e);
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = next(); c != '\n'; c = next()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        private int next() throws IOException {
            if (left-- == 0) {
                throw new EOFException("The endpoint answered with too much");
            }
            if (in.available() == 0) {
                socket.setSoTimeout(remaining(deadline));
            }
            int c = in.read();
            if (c < 0) {
                throw new EOFException("The endpoint closed the connection before it had answered");
            }
            return c;
        }
    }
}
