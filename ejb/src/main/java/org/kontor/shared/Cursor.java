package org.kontor.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Where the next piece of a list starts, as an opaque text. It belongs to one list with one filter and order: with another, or
 * changed by a single character, it is refused. It holds nothing that its owner may not see, so a checksum will do.
 */
public final class Cursor {

    private static final char SEPARATOR = '\u001f';
    private static final Pattern PARTS = Pattern.compile(String.valueOf(SEPARATOR), Pattern.LITERAL);

    private Cursor() {}

    /**
     * Makes a cursor.
     *
     * @param list name of the list with everything that decides which items it has and in which order
     * @param values values of the last item by which the list is ordered
     */
    public static String encode(String list, String... values) {
        String text = String.join(String.valueOf(SEPARATOR), values);
        String signed = Long.toHexString(checksum(list, text)) + SEPARATOR + text;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @return the values; empty for the start of the list
     * @throws AppException {@link ErrorKind#MALFORMED} when it was not made for this list
     */
    public static Optional<List<String>> decode(String list, Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        String signed;
        try {
            signed = new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        int end = signed.indexOf(SEPARATOR);
        if (end < 0) {
            throw unknown();
        }
        String text = signed.substring(end + 1);
        if (!signed.substring(0, end).equals(Long.toHexString(checksum(list, text)))) {
            throw unknown();
        }
        return Optional.of(List.of(PARTS.split(text, -1)));
    }

    /** The refusal of a cursor that leads nowhere. */
    public static AppException unknown() {
        return new AppException(
                ErrorKind.MALFORMED,
                "CURSOR_UNKNOWN",
                "Start again without a cursor: this one was not given for this list with these filters.");
    }

    private static long checksum(String list, String text) {
        CRC32 checksum = new CRC32();
        checksum.update((list + SEPARATOR + text).getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
