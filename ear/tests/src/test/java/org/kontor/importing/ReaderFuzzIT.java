package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.kontor.connector.ShippedConnectors;
import org.kontor.importing.Reading.Result;
import org.kontor.shared.AppException;

/**
 * Makes good files of every format that ships, breaks them in ways in which files break and in ways in which they do not,
 * and reads them: each is read to its end or refused with a reason, in time. {@code -Dkontor.fuzz.seconds} sets how long,
 * {@code -Dkontor.fuzz.seed} repeats a run.
 */
class ReaderFuzzIT {

    private static final long SECONDS = Long.getLong("kontor.fuzz.seconds", 45);
    private static final long SLOW_MILLIS = 5_000;
    private static final String[] PIECES = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "|",
        "\r",
        "\n",
        "\r\n",
        "\u0000",
        "\ufeff",
        "\ufffe",
        "=1+1",
        "'",
        " ",
        "::: ",
        "\\",
        "1.2.1990",
        "0/0/00",
        "@",
        "+49 40 1",
        "\ud800",
        "\ud83d\ude00",
        "\u0130",
        "!CUST",
        "CUST",
        "TOTAL",
        "&amp;",
        "<v>"
    };

    private final long seed = Long.getLong("kontor.fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void noFileBreaksTheReader() throws IOException {
        Reading reading = new Reading();
        List<List<String>> headers = headers();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        long files = 0;
        long refused = 0;
        long customers = 0;
        while (System.nanoTime() < end) {
            byte[] file = file(headers.get(random.nextInt(headers.size())));
            long start = System.nanoTime();
            try {
                Result result = reading.read("fuzz.csv", file);
                check(result);
                customers += result.customers();
            } catch (AppException e) {
                refused++;
                assertFalse(
                        String.valueOf(e.getMessage()).isBlank() && e.errors().isEmpty());
            } catch (RuntimeException | AssertionError | IOException e) {
                throw new AssertionError("Seed " + seed + ", file " + files + ": " + escaped(file), e);
            }
            files++;
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis < SLOW_MILLIS, () -> "Took " + millis + " ms, seed " + seed + ": " + escaped(file));
        }
        System.out.println(files + " files, " + refused + " refused, " + customers + " customers, seed " + seed);
        assertTrue(files > SECONDS * 5, "only " + files + " files");
        assertTrue(customers > 0, "no file was good");
        assertTrue(refused > 0, "no file was bad");
    }

    private static void check(Result result) {
        long number = 0;
        long line = 0;
        for (Table.Row row : result.rows()) {
            assertEquals(++number, row.number());
            assertTrue(row.line() > line, "lines go back");
            line = row.line();
            assertTrue(row.defect().isPresent()
                    || row.cells().size() == result.header().size());
        }
    }

    private static List<List<String>> headers() throws IOException {
        FormatChoice choice = new FormatChoice();
        choice.registry = ShippedConnectors.registry();
        List<List<String>> headers = new ArrayList<>();
        choice.all()
                .forEach(format -> headers.add(format.capability().columns().stream()
                        .map(column -> column.name())
                        .toList()));
        headers.add(List.of("Client", "Mail", "Town"));
        return headers;
    }

    private byte[] file(List<String> header) throws IOException {
        String delimiter = pick(",", ",", ";", "\t", "|");
        String lineEnd = pick("\n", "\r\n", "\r");
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        for (int i = random.nextInt(6); i > 0; i--) {
            rows.add(header.stream().map(this::cell).toList());
        }
        String text = rows.stream()
                .map(row -> row.stream().map(this::quoted).collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining(
                        lineEnd, random.nextInt(8) == 0 ? "Title" + lineEnd + lineEnd : "", lineEnd));
        StringBuilder broken = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0; i--) {
            breakText(broken);
        }
        byte[] bytes = broken.toString()
                .getBytes(Charset.forName(
                        pick("UTF-8", "UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1")));
        for (int i = random.nextInt(8) == 0 ? random.nextInt(6) : 0; i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(6) == 0 ? packed(bytes) : bytes;
    }

    private void breakText(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, pick(PIECES));
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
            case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
            default -> text.insert(at, pick(PIECES).repeat(1 + random.nextInt(random.nextInt(50) == 0 ? 100_000 : 40)));
        }
    }

    private byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (random.nextBoolean()) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
        } else {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("a.csv"));
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        byte[] packed = out.toByteArray();
        if (random.nextInt(3) == 0) {
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return packed;
    }

    private String cell(String column) {
        return switch (random.nextInt(7)) {
            case 0 -> "";
            case 1 -> pick(PIECES);
            case 2 -> "ada" + random.nextInt(99) + "@x.example";
            case 3 -> "19" + (10 + random.nextInt(90)) + "-0" + (1 + random.nextInt(9)) + "-11";
            case 4 -> "J\u00fcrgen " + pick("Ltd", "M\u00fcller", "O'Neil");
            case 5 -> column;
            default -> "+1 555 010 " + (1000 + random.nextInt(9000));
        };
    }

    private String quoted(String cell) {
        return random.nextBoolean() ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String escaped(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        StringBuilder escaped = new StringBuilder();
        for (char c : text.substring(0, Math.min(4_000, text.length())).toCharArray()) {
            escaped.append(c < ' ' || c > '~' ? String.format("\\x%02x", (int) c) : String.valueOf(c));
        }
        return escaped.toString();
    }
}
