package org.kontor.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server for tests, on this machine, that takes everything. */
public final class MailBox implements AutoCloseable {

    private final ServerSocket listener;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    /** Listens at a free port. */
    public MailBox() {
        this(0);
    }

    /** Listens at this port. */
    public MailBox(int port) {
        try {
            listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::listen);
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The messages that came, as they travelled: headers, an empty line, the encoded content. */
    public List<String> messages() {
        return List.copyOf(messages);
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
        Thread thread = new Thread(work, "mail-box");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket accepted) {
        try (accepted;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(accepted.getInputStream(), StandardCharsets.UTF_8))) {
            say(accepted, "220 mail.example ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.toUpperCase(Locale.ROOT).equals("DATA")) {
                    say(accepted, "354 go on");
                    messages.add(content(in));
                }
                say(accepted, "250 ok");
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
