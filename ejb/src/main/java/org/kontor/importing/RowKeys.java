package org.kontor.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The key of a row: 128 bits of a hash of its cells by column name, without blank cells, ignored columns, and spaces around;
 * so that order of columns, charset and delimiter make no difference (S3-13, S3-30). Used by one thread.
 */
final class RowKeys {

    private final String format;
    private final List<String> header;
    private final int[] order;
    private final MessageDigest digest;

    RowKeys(String format, List<String> header, Set<String> ignoredColumns) {
        this.format = format;
        this.header = header;
        this.order = IntStream.range(0, header.size())
                .boxed()
                .filter(i -> !ignoredColumns.contains(header.get(i)))
                .sorted(Comparator.comparing((Integer i) -> header.get(i)).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID of(List<String> cells) {
        StringBuilder text = new StringBuilder(256).append(format);
        for (int column : order) {
            String cell = cells.get(column).strip();
            if (!cell.isEmpty()) {
                text.append('\u001e')
                        .append(header.get(column))
                        .append('\u001f')
                        .append(cell);
            }
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }
}
