package org.kontor.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network between a browser and a server, which can be cut: a service worker asks by itself, so that the browser's own offline mode does
 * not keep it from the server.
 */
public final class Cable implements AutoCloseable {

    private final int port;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean cut;

    /** Leads to a port of this machine. */
    public Cable(int port) throws IOException {
        this.port = port;
        listener = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        threads.execute(this::accept);
    }

    /** Its other end. */
    public URI base() {
        return URI.create("http://localhost:" + listener.getLocalPort());
    }

    /** From now on nobody is answered, those who wait neither. */
    public void cut() {
        cut = true;
        open.forEach(Cable::end);
    }

    /** From now on all is as before. */
    public void plugIn() {
        cut = false;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket one = listener.accept();
                open.add(one);
                if (cut) {
                    end(one);
                    continue;
                }
                Socket other = new Socket("localhost", port);
                open.add(other);
                threads.execute(() -> pass(one, other));
                threads.execute(() -> pass(other, one));
            } catch (IOException e) {
                // Closed, or the server is gone: whoever asks finds nobody.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // Cut, or one of them has gone.
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone anyway.
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        listener.close();
        threads.shutdownNow();
    }
}
