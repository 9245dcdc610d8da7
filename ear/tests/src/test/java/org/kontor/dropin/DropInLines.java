package org.kontor.dropin;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.kontor.connectors.support.PhysicalConnection;
import org.kontor.connectors.support.RemoteConnectionFactory;
import org.kontor.spi.Settings;

/** Lines of {@link DropInAdapter}'s connector to {@link DropInSystem}. Runs in the server. */
public class DropInLines extends RemoteConnectionFactory<DropInLines.Line> {

    private static final long serialVersionUID = 1L;

    /** For the server. */
    public DropInLines() {}

    @Override
    protected Line open(Settings settings) throws IOException {
        URI base = settings.url("baseUrl").orElseThrow();
        Line line = new Line(new InetSocketAddress(base.getHost(), base.getPort()));
        if (!line.ask("key " + settings.secret("apiKey").orElseThrow().reveal()).equals("welcome")) {
            line.close();
            throw new IOException("Write another key.");
        }
        return line;
    }

    /** One line: a question, an answer. */
    static final class Line implements PhysicalConnection {

        private final Socket socket = new Socket();
        private final BufferedReader answers;

        Line(InetSocketAddress address) throws IOException {
            socket.connect(address, 5_000);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String ask(String question) throws IOException {
            socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = answers.readLine();
            if (answer == null) {
                throw new EOFException("The line was cut");
            }
            return answer;
        }

        @Override
        public boolean isAlive() {
            try {
                socket.setSoTimeout(1_000);
                boolean alive = ask("alive").equals("yes");
                socket.setSoTimeout(0);
                return alive;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
