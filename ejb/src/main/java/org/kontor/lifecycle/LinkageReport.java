package org.kontor.lifecycle;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kontor.customer.Address;
import org.kontor.importing.DelimitedText;

/**
 * Measures the matcher on a list where somebody knows who is the same as whom. A command for operators and developers, see {@code
 * ear/README.md}: {@code java -cp ejb/target/classes org.kontor.lifecycle.LinkageReport list.csv truth=cluster lastName=surname ...}.
 * It uses the same keys, bits and threshold as a search over customers; nothing is adjusted to the list.
 */
public final class LinkageReport {

    /** A key that more rows share than this says nothing; the same limit as of a search. */
    static final int MOST_OF_A_KEY = 100;

    /** Thresholds that are looked at, in bits. */
    private static final double LOWEST = 5;

    private static final double STEP = 0.5;
    private static final int STEPS = 51;

    private final Map<String, String> options;
    private final List<Row> rows = new ArrayList<>();
    private int lists;

    private LinkageReport(Map<String, String> options) {
        this.options = options;
    }

    /**
     * Prints precision, recall and F1, at the threshold of searches and, bit by bit, at others.
     *
     * @param arguments one list, or two to be linked with each other, and {@code name=columns} for each field; {@code +} joins
     *     columns with a blank; {@code truth=column} names who is the same, {@code truthPattern} the part of it that counts (its
     *     first group), {@code kind=organisation} companies; {@code precision=0.999} asks for the lowest threshold that has it
     * @throws IOException when a list cannot be read
     */
    @SuppressWarnings("SystemOut") // It is a command.
    public static void main(String[] arguments) throws IOException {
        run(List.of(arguments), System.out);
    }

    static void run(List<String> arguments, PrintStream out) throws IOException {
        Map<String, String> options = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals > 0 && !Files.exists(Path.of(argument))) {
                options.put(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                files.add(Path.of(argument));
            }
        }
        if (files.isEmpty() || files.size() > 2 || !options.containsKey("truth")) {
            out.println(
                    "Name one or two CSV files and the columns: truth=cluster lastName=surname firstName=given_name ...");
            return;
        }
        LinkageReport report = new LinkageReport(options);
        for (Path file : files) {
            report.read(file);
        }
        report.measure(out);
    }

    private void read(Path file) throws IOException {
        lists++;
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                DelimitedText table = new DelimitedText(text, ',')) {
            List<String> header = table.next().stream().map(String::strip).toList();
            for (List<String> cells = table.next(); !cells.isEmpty(); cells = table.next()) {
                if (cells.size() > 1) {
                    add(header, cells);
                }
            }
        }
    }

    private void add(List<String> header, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            String cell = cells.get(i).strip();
            row.put(header.get(i), cell.equals("NA") ? "" : cell);
        }
        MatchRecord record = MatchRecord.folded(
                "organisation".equals(options.get("kind")),
                value(row, "firstName"),
                value(row, "middleName"),
                value(row, "lastName"),
                value(row, "company"),
                birthdate(row),
                list(value(row, "email")),
                list(value(row, "phone")),
                new Address(
                        value(row, "street"),
                        value(row, "street2"),
                        value(row, "city"),
                        value(row, "state"),
                        value(row, "postalCode"),
                        ""),
                Set.of());
        String truth = value(row, "truth");
        Matcher part =
                Pattern.compile(options.getOrDefault("truthPattern", "(.*)")).matcher(truth);
        rows.add(new Row(record, part.find() ? part.group(1) : truth, lists));
    }

    /** Year, month and day in one column or in three, whose numbers may lack their zeros. */
    private String birthdate(Map<String, String> row) {
        return Arrays.stream(value(row, "birthdate").split("[^0-9]+", -1))
                .map(part -> part.length() == 1 ? "0" + part : part)
                .collect(Collectors.joining());
    }

    private String value(Map<String, String> row, String field) {
        return Arrays.stream(options.getOrDefault(field, "").split("\\+", -1))
                .map(column -> row.getOrDefault(column, ""))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static List<String> list(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private void measure(PrintStream out) {
        long began = System.nanoTime();
        Set<Long> pairs = candidates();
        Count found = new Count();
        Count certain = new Count();
        Count rule = new Count();
        List<Count> steps = Stream.generate(Count::new).limit(STEPS).toList();
        long reachable = 0;
        for (long pair : pairs) {
            Row a = rows.get((int) (pair >> 32));
            Row b = rows.get((int) pair);
            boolean same = a.truth.equals(b.truth);
            MatchScore score = DuplicateMatcher.compare(a.record, b.record);
            found.add(score.band() != MatchScore.Band.UNLIKELY, same);
            certain.add(score.band() == MatchScore.Band.CERTAIN, same);
            boolean byRule = DuplicateMatcher.sameBirthdateAndLastName(a.record, b.record);
            rule.add(byRule, same);
            for (int step = 0; step < STEPS; step++) {
                steps.get(step).add(byRule || score.weight() >= threshold(step), same);
            }
            reachable += same ? 1 : 0;
        }
        long truth = truePairs();
        out.printf(
                Locale.ROOT,
                "%d rows, %d true pairs, %d pairs compared, which hold %.4f of the true ones; threshold %.0f bits, %.1f s%n",
                rows.size(),
                truth,
                pairs.size(),
                truth == 0 ? 0 : (double) reachable / truth,
                DuplicateMatcher.THRESHOLD,
                (System.nanoTime() - began) / 1e9);
        out.println("found (both bands)      " + found.line(truth));
        out.println("certain band            " + certain.line(truth));
        out.println("rule alone (for comparison) " + rule.line(truth));
        out.println("found, were the threshold another one:");
        for (int step = 0; step < STEPS; step += 2) {
            out.printf(
                    Locale.ROOT,
                    "%4.0f bits               %s%n",
                    threshold(step),
                    steps.get(step).line(truth));
        }
        if (options.containsKey("precision")) {
            wished(Double.parseDouble(options.get("precision")), steps, truth, out);
        }
    }

    /** The lowest threshold with the precision that is wished for: it misses the fewest. */
    private static void wished(double precision, List<Count> steps, long truth, PrintStream out) {
        OptionalInt lowest = IntStream.range(0, STEPS)
                .filter(step -> IntStream.range(step, STEPS)
                        .allMatch(above -> steps.get(above).precision() >= precision))
                .findFirst();
        if (lowest.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "precision %s: no threshold up to %.0f bits has it%n",
                    precision,
                    threshold(STEPS - 1));
        } else {
            out.printf(
                    Locale.ROOT,
                    "precision %s: from a threshold of %.1f bits on, there %s%n",
                    precision,
                    threshold(lowest.getAsInt()),
                    steps.get(lowest.getAsInt()).line(truth));
        }
    }

    private static double threshold(int step) {
        return LOWEST + step * STEP;
    }

    /** Pairs that share a key; of two lists, pairs of one and the other. */
    private Set<Long> candidates() {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (String key : BlockingKeys.of(rows.get(i).record)) {
                blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
        Set<Long> pairs = new HashSet<>();
        for (List<Integer> block : blocks.values()) {
            if (block.size() > MOST_OF_A_KEY) {
                continue;
            }
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    if (lists == 1 || rows.get(block.get(i)).list != rows.get(block.get(j)).list) {
                        pairs.add((long) block.get(i) << 32 | block.get(j));
                    }
                }
            }
        }
        return pairs;
    }

    private long truePairs() {
        Map<String, long[]> sizes = new HashMap<>();
        rows.forEach(row -> sizes.computeIfAbsent(row.truth, truth -> new long[3])[row.list]++);
        return sizes.values().stream()
                .mapToLong(size -> lists == 2 ? size[1] * size[2] : size[1] * (size[1] - 1) / 2)
                .sum();
    }

    private record Row(MatchRecord record, String truth, int list) {}

    /** How often it was right and how often wrong. */
    private static final class Count {

        private long right;
        private long wrong;

        void add(boolean said, boolean same) {
            if (said && same) {
                right++;
            } else if (said) {
                wrong++;
            }
        }

        double precision() {
            return right + wrong == 0 ? 0 : (double) right / (right + wrong);
        }

        String line(long truth) {
            double precision = precision();
            double recall = truth == 0 ? 0 : (double) right / truth;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            return String.format(
                    Locale.ROOT,
                    "precision %.4f, recall %.4f, F1 %.4f (%d right, %d wrong, %d missed)",
                    precision,
                    recall,
                    f1,
                    right,
                    wrong,
                    truth - right);
        }
    }
}
