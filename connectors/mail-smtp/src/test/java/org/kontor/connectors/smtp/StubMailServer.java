package org.kontor.connectors.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import org.kontor.connectors.tck.StubServer.Fault;

/** A mail server for tests, on this machine, that can misbehave. It refuses the recipient {@code refused@kit.example}. */
final class StubMailServer implements AutoCloseable {

    static final String USER = "office";
    static final String PASSWORD = "not-a-password";

    private final ServerSocket listener;
    private final boolean encryptedFromTheFirstByte;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Map<String, String> otherReplies = new HashMap<>();
    private volatile Fault fault = Fault.NONE;

    StubMailServer() {
        this(false);
    }

    StubMailServer(boolean encryptedFromTheFirstByte) {
        this.encryptedFromTheFirstByte = encryptedFromTheFirstByte;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Misbehaves like this from now on. */
    void misbehave(Fault how) {
        fault = how;
    }

    /** Answers a command, or the final dot, like this from now on. */
    void reply(String command, String reply) {
        otherReplies.put(command, reply);
    }

    /** What clients said, line by line, without contents. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** The messages that were taken, as they travelled. */
    List<String> sources() {
        return List.copyOf(messages);
    }

    /** The messages that were taken. */
    List<MimeMessage> messages() {
        return messages.stream().map(StubMailServer::parsed).toList();
    }

    private static MimeMessage parsed(String source) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "stub-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket plain) {
        try (plain) {
            Socket socket = encryptedFromTheFirstByte ? encrypted(plain) : plain;
            BufferedReader in = reader(socket);
            say(socket, otherReplies.getOrDefault("GREETING", "220 stub.example ESMTP"));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add(line);
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (command.equals("STARTTLS") && !otherReplies.containsKey(command)) {
                    say(socket, "220 go ahead");
                    socket = encrypted(socket);
                    in = reader(socket);
                } else if (command.equals("DATA") && !otherReplies.containsKey(command)) {
                    say(socket, "354 end with a dot");
                    messages.add(content(in));
                    if (!replyToTheDot(socket)) {
                        return;
                    }
                } else {
                    say(socket, otherReplies.getOrDefault(command, usual(command, line)));
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private String usual(String command, String line) {
        return switch (command) {
            case "EHLO" -> "250-stub.example\r\n250-SIZE 40000000\r\n250-STARTTLS\r\n250 AUTH PLAIN";
            case "AUTH" ->
                lets(line) && fault != Fault.ANSWER_401
                        ? "235 welcome"
                        : "535 5.7.8 " + PASSWORD + " is not the password";
            case "MAIL" -> fault == Fault.ANSWER_429 ? "450 4.7.1 Greylisted, try again in 7 seconds" : "250 ok";
            case "RCPT" -> line.contains("refused@") ? "550 5.1.1 No such user" : "250 ok";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static boolean lets(String line) {
        String[] told = new String(
                        Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())), StandardCharsets.UTF_8)
                .split("\0", -1);
        return told.length == 3 && told[1].equals(USER) && told[2].equals(PASSWORD);
    }

    /** False when the line is cut. */
    private boolean replyToTheDot(Socket socket) throws IOException {
        switch (fault) {
            case LOSE_REPLY -> {
                return false;
            }
            case NEVER_ANSWER -> {
                await();
                return false;
            }
            case GARBAGE -> say(socket, "<html> not what was agreed");
            case ANSWER_500 -> say(socket, "421 4.3.0 Something broke, closing");
            default -> say(socket, otherReplies.getOrDefault(".", "250 queued"));
        }
        return true;
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString();
    }

    private static Socket encrypted(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket)
                TestCertificate.context().getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
