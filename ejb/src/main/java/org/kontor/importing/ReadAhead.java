package org.kontor.importing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.kontor.shared.AppException;
import org.kontor.shared.PieceStream;
import org.kontor.spi.ImportFormat;

/**
 * Reads and maps the next chunk on a second thread while the first one writes. At most one chunk is made, one waits, and one
 * is written, however large the file.
 */
final class ReadAhead implements AutoCloseable {

    /** Rows in a chunk. */
    static final int ROWS = 2_500;

    private static final long WAIT_SECONDS = 1;

    private sealed interface Item {}

    private record Ready(Chunk chunk) implements Item {}

    private record Broken(RuntimeException reason) implements Item {}

    private final BlockingQueue<Item> queue = new SynchronousQueue<>();
    private volatile boolean closed;

    /**
     * Starts reading behind the checkpoint of a run.
     *
     * @param rows rows in a chunk
     */
    ReadAhead(ImportView run, PieceStream file, ImportFormat format, int rows, Executor executor) {
        executor.execute(() -> read(run, file, format, rows));
    }

    /** The next chunk, in the order of the file; waits for it. */
    Chunk next() throws InterruptedException {
        Item item = queue.take();
        if (item instanceof Broken broken) {
            throw broken.reason();
        }
        return ((Ready) item).chunk();
    }

    /** Lets the reading thread end. */
    @Override
    public void close() {
        closed = true;
        queue.poll();
    }

    private void read(ImportView run, PieceStream file, ImportFormat format, int rows) {
        try (Reader text = new InputStreamReader(file, Charset.forName(run.charset()));
                Table table = Table.open(text, run.delimiter().charAt(0), run.header())) {
            RowMapping mapping = new RowMapping(format, table.header(), run.ignoredColumns());
            skip(table, run.checkpointRow());
            long first = run.checkpointRow() + 1;
            boolean last = false;
            Optional<Mapped> mapped = table.next().map(mapping::map);
            while (!last && !closed) {
                List<Mapped> chunk = new ArrayList<>(rows);
                while (mapped.isPresent()
                        && (chunk.size() < rows || mapped.get().continues(chunk.get(chunk.size() - 1)))) {
                    chunk.add(mapped.get());
                    mapped = next(table, first, chunk, file).map(mapping::map);
                }
                last = mapped.isEmpty();
                hand(new Ready(new Chunk(first, chunk, last ? run.fileSize() : file.count(), last)));
                first += chunk.size();
            }
        } catch (RuntimeException e) {
            hand(new Broken(e));
        } catch (IOException e) {
            hand(new Broken(new IllegalStateException("The stored file cannot be read", e)));
        }
    }

    /** The rows before an unreadable one still go in. */
    private Optional<Table.Row> next(Table table, long first, List<Mapped> chunk, PieceStream file) {
        try {
            return table.next();
        } catch (AppException e) {
            hand(new Ready(new Chunk(first, chunk, file.count(), false)));
            throw e;
        }
    }

    private static void skip(Table table, long rows) {
        for (long i = 0; i < rows; i++) {
            if (table.next().isEmpty()) {
                return;
            }
        }
    }

    private void hand(Item item) {
        try {
            while (!closed && !queue.offer(item, WAIT_SECONDS, TimeUnit.SECONDS)) {
                // The writer is still busy with the chunk before.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
