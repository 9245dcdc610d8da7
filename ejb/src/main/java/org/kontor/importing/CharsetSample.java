package org.kontor.importing;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a file looks if it is read in a charset (S3-29).
 *
 * @param charset its name, such as {@code windows-1252}
 * @param lines up to three lines of the file that look different in different charsets, at most 120 characters of each; empty
 *     when there is none
 */
public record CharsetSample(String charset, List<String> lines) implements Serializable {

    private static final int LINES = 3;
    private static final int LENGTH = 120;

    /** Characters shown before the first one that may look different. */
    private static final int BEFORE = 30;

    /** Copies the lines. */
    public CharsetSample {
        lines = List.copyOf(lines);
    }

    /**
     * The same lines in every charset that can be chosen, that of the file first.
     *
     * @param bytes the beginning of the file
     * @param found what it was taken for
     */
    static List<CharsetSample> of(byte[] bytes, Charset found) {
        List<byte[]> lines = telling(bytes, found);
        Set<String> charsets = new LinkedHashSet<>();
        charsets.add(found.name());
        charsets.addAll(ImportReading.CHARSETS);
        return charsets.stream()
                .map(name -> new CharsetSample(
                        name,
                        lines.stream()
                                .map(line -> shown(new String(line, Charset.forName(name))))
                                .toList()))
                .toList();
    }

    /** Lines that hold more than ASCII, as bytes. */
    private static List<byte[]> telling(byte[] bytes, Charset found) {
        boolean wide = found.name().startsWith("UTF-16");
        int low = found.name().endsWith("BE") ? 1 : 0;
        int unit = wide ? 2 : 1;
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        boolean telling = false;
        for (int i = 0; i + unit <= bytes.length && lines.size() < LINES; i += unit) {
            int character = wide ? ((bytes[i + 1 - low] & 0xff) << 8) | (bytes[i + low] & 0xff) : bytes[i] & 0xff;
            if (character == '\n' || character == '\r' || i + 2 * unit > bytes.length) {
                int end = character == '\n' || character == '\r' ? i : i + unit;
                if (telling) {
                    lines.add(Arrays.copyOfRange(bytes, start, end));
                }
                start = i + unit;
                telling = false;
            } else {
                telling |= character > 0x7f && character != 0xfeff;
            }
        }
        return lines;
    }

    /** The piece of a line around what may look different. */
    private static String shown(String line) {
        String clean = line.replaceAll("\\p{Cntrl}", " ");
        int first = 0;
        while (first < clean.length() && clean.charAt(first) < 0x80) {
            first++;
        }
        int from = Math.max(0, Math.min(first - BEFORE, clean.length() - LENGTH));
        return clean.substring(from, Math.min(clean.length(), from + LENGTH));
    }
}
