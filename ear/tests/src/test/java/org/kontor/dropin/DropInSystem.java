package org.kontor.dropin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The remote system of the drop-in connector: counts the lines that are opened to it, cuts them, and lets questions wait. */
public final class DropInSystem implements AutoCloseable {

    /** The key that it lets in. */
    public static final String KEY = "right-key";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicBoolean cutNext = new AtomicBoolean();
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore answers = new Semaphore(0);
    private volatile boolean holding;

    /** Starts to listen. */
    public DropInSystem() throws IOException {
        background(this::accept);
    }

    /** Where it is. */
    public URI uri() {
        return URI.create("http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    /** How many lines were ever opened. */
    public int opened() {
        return opened.get();
    }

    /** How many lines are open. */
    public int open() {
        return open.size();
    }

    /** Cuts every line that is open. */
    public void cutAll() throws IOException {
        for (Socket line : open) {
            line.close();
        }
    }

    /** Cuts the line on which the next question comes, instead of answering it. */
    public void cutNext() {
        cutNext.set(true);
    }

    /** Lets questions wait for their answers, until {@link #release}. */
    public void hold() {
        holding = true;
    }

    /** Waits until this many questions wait. */
    public void awaitQuestions(int number) throws InterruptedException {
        arrived.acquire(number);
    }

    /** Answers this many questions that wait; others need not wait any longer. */
    public void release(int number) {
        holding = false;
        answers.release(number);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cutAll();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket line = listener.accept();
                opened.incrementAndGet();
                open.add(line);
                background(() -> serve(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket line) {
        try (line;
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
            String question = questions.readLine();
            while (question != null) {
                boolean test = question.equals("test");
                if (test && cutNext.getAndSet(false)) {
                    return;
                }
                if (test && holding) {
                    arrived.release();
                    answers.acquire();
                }
                line.getOutputStream().write((answer(question) + "\n").getBytes(StandardCharsets.UTF_8));
                question = questions.readLine();
            }
        } catch (IOException cut) {
            // The other side, or the test, is done with this line.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(line);
        }
    }

    private static String answer(String question) {
        return switch (question) {
            case "key " + KEY -> "welcome";
            case "alive" -> "yes";
            case "test" -> "fine";
            default -> "no";
        };
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "drop-in-system");
        thread.setDaemon(true);
        thread.start();
    }
}
