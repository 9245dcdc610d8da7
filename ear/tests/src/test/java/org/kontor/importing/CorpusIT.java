package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kontor.importing.Reading.Result;
import org.kontor.shared.AppException;

/**
 * Files that other projects collected to break readers of tables: each is read as its expectation says or refused with a
 * reason. They are not part of this project; {@code -Dkontor.corpus} names a folder that has them in {@code csv/} and
 * {@code exports/}.
 */
@EnabledIfSystemProperty(
        named = "kontor.corpus",
        matches = ".+",
        disabledReason = "-Dkontor.corpus=<folder with csv/ and exports/>")
class CorpusIT {

    private static final Path CORPUS = Path.of(System.getProperty("kontor.corpus", ""));

    @Test
    void everyFileIsReadToItsEndOrRefusedWithAReason() throws IOException {
        Reading reading = new Reading();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Path file : files(CORPUS, "")) {
            byte[] bytes = Files.readAllBytes(file);
            String outcome = assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> outcome(reading, file.getFileName().toString(), bytes),
                    file.toString());
            outcomes.merge(outcome.replaceAll(" [0-9]+.*", ""), 1, Integer::sum);
            System.out.println(CORPUS.relativize(file) + " | " + outcome);
        }
        System.out.println(outcomes);
        assertTrue(outcomes.values().stream().mapToInt(Integer::intValue).sum() > 200, outcomes.toString());
    }

    private static String outcome(Reading reading, String name, byte[] bytes) throws IOException {
        try {
            Result result = reading.read(name, bytes);
            for (Table.Row row : result.rows()) {
                assertTrue(row.defect().isPresent()
                        || row.cells().size() == result.header().size());
            }
            long defects = result.rows().stream()
                    .filter(row -> row.defect().isPresent())
                    .count();
            return "read " + result.header().size() + " columns, "
                    + result.rows().size() + " rows, " + defects
                    + " with a defect, " + result.customers() + " customers"
                    + result.unread().map(why -> ", then refused: " + why).orElse("");
        } catch (AppException e) {
            String reason = e.errors().isEmpty()
                    ? String.valueOf(e.getMessage())
                    : e.errors().get(0).code() + ": " + e.errors().get(0).message();
            assertFalse(reason.isBlank());
            return "refused: " + reason;
        }
    }

    /** The expectation is a list of rows, or of objects by the names of the header. */
    @Test
    void filesWithAnExpectationAreReadAsItSays() throws IOException {
        List<Path> expectations = new ArrayList<>(files(CORPUS.resolve("csv/csv-spectrum/json"), ".json"));
        expectations.addAll(files(CORPUS.resolve("csv/csv-test-data/json"), ".json"));
        // The one tells another phone number than its file, the other line ends that its file lost when it was
        // collected.
        expectations.removeIf(
                file -> file.endsWith("location_coordinates.json") || file.endsWith("newlines_crlf.json"));
        assertTrue(expectations.size() > 25, "expectations: " + expectations.size());
        for (Path expectation : expectations) {
            String name = expectation.getFileName().toString().replace(".json", ".csv");
            Path folder = expectation.getParent().getParent();
            Path file = Stream.of("csv", "csvs")
                    .map(each -> folder.resolve(each).resolve(name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            List<List<String>> expected = expected(expectation);
            List<List<String>> found = cells(file);
            // A header alone is told as no rows.
            assertEquals(expected, expected.isEmpty() && found.size() == 1 ? List.of() : found, name);
        }
    }

    private static List<List<String>> expected(Path expectation) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(expectation.toFile())) {
            List<String> cells = new ArrayList<>();
            if (row.isObject() && rows.isEmpty()) {
                List<String> header = new ArrayList<>();
                row.fieldNames().forEachRemaining(header::add);
                rows.add(header);
            }
            row.forEach(cell -> cells.add(cell.asText()));
            rows.add(cells);
        }
        // Rows without any value are no rows of a table of customers.
        rows.removeIf(row -> row.stream().allMatch(String::isBlank));
        return rows;
    }

    private static List<List<String>> cells(Path file) throws IOException {
        byte[] text = Unpacking.read(new ByteArrayInputStream(Files.readAllBytes(file)), in -> in.readAllBytes());
        Table table = Table.open(new StringReader(new String(text, StandardCharsets.UTF_8)), ',');
        List<List<String>> rows = new ArrayList<>();
        if (!table.header().isEmpty()) {
            rows.add(table.header());
        }
        for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
            assertTrue(row.get().defect().isEmpty(), file + ": " + row.get());
            rows.add(row.get().cells());
        }
        return rows;
    }

    /** Naughty strings and formulas come through a cell unchanged. */
    @Test
    void naughtyTextsComeThroughACell() throws IOException {
        List<String> texts = new ArrayList<>();
        new ObjectMapper()
                .readTree(CORPUS.resolve("csv/blns/blns.json").toFile())
                .forEach(text -> texts.add(text.asText()));
        texts.addAll(Files.readAllLines(CORPUS.resolve("csv/injection/payloadbox_csv-payload.txt")));
        assertTrue(texts.size() > 500);
        StringBuilder file = new StringBuilder("key,text\n");
        texts.forEach(
                text -> file.append("k,\"").append(text.replace("\"", "\"\"")).append("\"\r\n"));
        Table table = Table.open(new StringReader(file.toString()), ',');
        for (String text : texts) {
            Table.Row row = table.next().orElseThrow();
            assertEquals(List.of("k", text), row.cells());
            assertEquals(text.indexOf('\u0000') >= 0, row.defect().isPresent());
        }
        assertTrue(table.next().isEmpty());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/ar/")
                            && !file.toString().contains("/linkage/")
                            && !file.toString().contains("/sentiment/"))
                    .sorted()
                    .toList();
        }
    }
}
