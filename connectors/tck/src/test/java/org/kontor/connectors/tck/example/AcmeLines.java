package org.kontor.connectors.tck.example;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.kontor.connectors.support.PhysicalConnection;
import org.kontor.connectors.support.RemoteConnectionFactory;
import org.kontor.spi.Settings;

public class AcmeLines extends RemoteConnectionFactory<AcmeLines.Line> {

    private static final long serialVersionUID = 1L;

    public AcmeLines() {}

    @Override
    protected Line open(Settings settings) throws IOException {
        URI address = settings.url("baseUrl").orElseThrow();
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 5_000);
        socket.setSoTimeout(1_000);
        return new Line(socket);
    }

    public record Line(Socket socket) implements PhysicalConnection {

        /** Sends one byte and answers the one that comes back. */
        int echo(int sent) throws IOException {
            socket.getOutputStream().write(sent);
            int received = socket.getInputStream().read();
            if (received < 0) {
                throw new IOException("The line was cut");
            }
            return received;
        }

        @Override
        public boolean isAlive() {
            try {
                return echo(0) == 0;
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
