package org.kontor.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes {@code ejb/FEATURES.md} out of the test sources: a test that names a row in its Javadoc, such as {@code S1-07} or
 * {@code S2-32 to S2-34}, or at the end of its own name, such as {@code S1_07} or {@code S107}, covers it; a row in the Javadoc
 * of a class is covered by the class. What a message or a comment in the code says counts for nothing. Needs nothing but Java, so that it is run from the top of the project without a build:
 *
 * <pre>java ear/tests/src/test/java/org/kontor/features/FeatureTable.java</pre>
 */
public final class FeatureTable {

    private static final Path ROWS = Path.of("ear/tests/src/test/resources/features/rows.txt");
    private static final Path LEFT = Path.of("ear/tests/src/test/resources/features/left.txt");
    private static final Path TABLE = Path.of("ejb/FEATURES.md");
    private static final Pattern ROW = Pattern.compile("S([0-4])-(\\d{2,3})(?:\\s+to\\s+S\\1-(\\d{2,3}))?");
    private static final Pattern METHOD =
            Pattern.compile("^    (?=\\S)(?:public |private |static |final )*(?:void|[\\w<>.?, ]+) (\\w+)\\(");
    private static final Pattern TYPE = Pattern.compile("^(?:public |final |abstract )*(?:class|interface) (\\w+)");
    private static final Pattern ROWS_IN_NAME = Pattern.compile("(?:_?S[0-4]_?\\d{2,3}|_?X_\\d+)+$");
    private static final Pattern ROW_IN_NAME = Pattern.compile("S([0-4])_?(\\d{2,3})");
    private static final Pattern TEST = Pattern.compile("^ {0,4}@(?:\\w*Test\\w*|Property)\\b");

    /** A line of code that is no part of an annotation and declares neither type nor method: what is above it is about it. */
    private static final Pattern OTHER_MEMBER = Pattern.compile("^ {0,4}[\\w<].*");

    private FeatureTable() {}

    /** Writes the table of the project in the working directory. */
    public static void main(String[] args) throws IOException {
        Files.writeString(TABLE, of(Path.of("")));
    }

    /** The table as it should be. */
    static String of(Path project) throws IOException {
        Map<String, Set<String>> tests = tests(project);
        StringBuilder table = new StringBuilder();
        List<String> rows = Files.readAllLines(project.resolve(ROWS));
        Map<String, String> left = Files.readAllLines(project.resolve(LEFT)).stream()
                .collect(Collectors.toMap(FeatureTable::id, FeatureTable::text));
        table.append("# Behaviours and the tests that check them\n\n")
                .append(
                        "Generated; do not edit. `java ear/tests/src/test/java/org/kontor/features/FeatureTable.java` at the top")
                .append(" of the project writes it anew.\n")
                .append(
                        "A behaviour counts as covered when a test names its row; one that is left out on purpose says why.\n\n| row | behaviour | covered by |\n|---|---|---|\n");
        for (String row : rows) {
            Set<String> by = tests.getOrDefault(id(row), Set.of());
            table.append("| ")
                    .append(id(row))
                    .append(" | ")
                    .append(text(row))
                    .append(" | ")
                    .append(covered(by, Optional.ofNullable(left.get(id(row)))))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** Tests, and what they leave out on purpose. */
    private static String covered(Set<String> by, Optional<String> left) {
        return by.isEmpty()
                ? left.orElse("not yet")
                : String.join(", ", by) + left.map(reason -> "; " + reason).orElse("");
    }

    /** Rows that tests name and that there are not. */
    static Set<String> unknown(Path project) throws IOException {
        Set<String> named = new TreeSet<>(tests(project).keySet());
        Files.readAllLines(project.resolve(ROWS)).forEach(row -> named.remove(id(row)));
        return named;
    }

    /** The committed table. */
    static Path table(Path project) {
        return project.resolve(TABLE);
    }

    private static String id(String row) {
        return row.substring(0, row.indexOf(' '));
    }

    private static String text(String row) {
        return row.substring(row.indexOf(' ') + 1);
    }

    private static Map<String, Set<String>> tests(Path project) throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Path source : sources(project)) {
            read(Files.readAllLines(source), tests);
        }
        return tests;
    }

    /** Test sources, without this package: it talks about rows, it checks none. */
    private static List<Path> sources(Path project) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("ejb", "web", "connectors", "ear")) {
            try (Stream<Path> files = Files.walk(project.resolve(module))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
                        .filter(file -> !file.toString().replace('\\', '/').contains("/org/kontor/features/"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static void read(List<String> lines, Map<String, Set<String>> tests) {
        Set<String> waiting = new TreeSet<>();
        String type = "";
        boolean javadoc = false;
        boolean test = false;
        for (String line : lines) {
            if (line.strip().startsWith("/**")) {
                javadoc = true;
                waiting.clear();
            }
            Matcher declared = TYPE.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (javadoc) {
                rows(line, waiting);
                javadoc = !line.contains("*/");
            } else if (TEST.matcher(line).find()) {
                test = true;
            } else if (declared.find()) {
                type = declared.group(1);
                credit(waiting, type, tests);
            } else if (method.find()) {
                Matcher named = ROWS_IN_NAME.matcher(method.group(1));
                if (test) {
                    ROW_IN_NAME
                            .matcher(named.find() ? named.group() : "")
                            .results()
                            .forEach(row -> waiting.add("S" + row.group(1) + "-" + row.group(2)));
                    credit(waiting, type + "." + named.replaceAll(""), tests);
                }
                waiting.clear();
                test = false;
            } else if (OTHER_MEMBER.matcher(line).matches()) {
                waiting.clear();
            }
        }
    }

    private static void credit(Set<String> waiting, String test, Map<String, Set<String>> tests) {
        waiting.forEach(row -> tests.computeIfAbsent(row, r -> new TreeSet<>()).add(test));
        waiting.clear();
    }

    private static void rows(String line, Set<String> rows) {
        Matcher matcher = ROW.matcher(line);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(2));
            int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
            for (int n = first; n <= last; n++) {
                rows.add("S" + matcher.group(1) + "-" + (n < 10 ? "0" : "") + n);
            }
        }
    }
}
