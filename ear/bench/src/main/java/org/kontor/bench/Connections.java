package org.kontor.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Many callers at once, each on a connection of its own that stays open. Written on plain sockets: on few cores a client that takes as
 * long as the server would be what is measured.
 */
final class Connections {

    /** How many callers there are. */
    static final int COUNT = 16;

    private final int port;
    private final String key;

    Connections(int port, String key) {
        this.port = port;
        this.key = key;
    }

    /** Bytes of a GET. */
    byte[] get(String path) {
        return request("GET " + path, "");
    }

    /** Bytes of a POST of JSON. */
    byte[] post(String path, String body) {
        return request("POST " + path, body);
    }

    private byte[] request(String line, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = line + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + key
                + "\r\nAccept: application/json\r\n"
                + (content.length == 0
                        ? ""
                        : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Calls for so many seconds, the n-th call being what {@code request} makes of n; answers how many calls there were. */
    long run(double seconds, int wanted, LongFunction<byte[]> request) throws Exception {
        AtomicLong calls = new AtomicLong();
        long until = System.nanoTime() + (long) (seconds * 1e9);
        ExecutorService callers = Executors.newFixedThreadPool(COUNT);
        try {
            List<Callable<Long>> each = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                each.add(() -> call(until, calls, wanted, request));
            }
            long done = 0;
            for (Future<Long> caller : callers.invokeAll(each)) {
                done += caller.get();
            }
            return done;
        } finally {
            callers.shutdown();
        }
    }

    private long call(long until, AtomicLong calls, int wanted, LongFunction<byte[]> request) throws IOException {
        long done = 0;
        while (System.nanoTime() < until) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                OutputStream out = socket.getOutputStream();
                // The server ends a connection after some hundred requests, and says so.
                boolean stays = true;
                while (stays && System.nanoTime() < until) {
                    out.write(request.apply(calls.incrementAndGet()));
                    out.flush();
                    stays = answer(in, wanted);
                    done++;
                }
            }
        }
        return done;
    }

    /** Reads an answer to its end; whether the connection stays open. */
    private static boolean answer(InputStream in, int wanted) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean stays = true;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            stays &= !(lower.startsWith("connection:") && lower.contains("close"));
        }
        if (chunked) {
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                in.skipNBytes(size + 2L);
            }
            line(in);
        } else {
            in.skipNBytes(length);
        }
        if (status != wanted) {
            throw new IllegalStateException("Answered " + status);
        }
        return stays;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
