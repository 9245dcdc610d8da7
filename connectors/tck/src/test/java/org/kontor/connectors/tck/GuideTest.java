package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide for integrators shows compiled code and tested descriptors alone, and knows the rules of the kit. */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "README.md");
    private static final Path EXAMPLE = Path.of("src/test/java/org/kontor/connectors/tck/example");
    private static final Path DESCRIPTORS = Path.of("src/test/resources");
    private static final Pattern SNIPPET = Pattern.compile("```(?:java|xml)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FORMATS = Pattern.compile(
            "\\| (?:\\[`(csv-[a-z0-9-]+)`]\\(.*README\\.md\\) )?\\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \\| .* \\| (.*) \\|");
    private static final Pattern RULE = Pattern.compile("^\\| ([A-Z]{2}\\d{2}) \\|", Pattern.MULTILINE);

    @Test
    void everySnippetIsCompiledCode() throws IOException {
        String sources = sources();
        List<String> snippets = SNIPPET.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertFalse(snippets.isEmpty());
        for (String snippet : snippets) {
            assertTrue(sources.contains(flat(snippet)), () -> "not in the example's sources:\n" + snippet);
        }
    }

    @Test
    void everyRuleOfTheKitIsInTheGuide() throws IOException {
        Set<String> rules = new TreeSet<>();
        for (Class<?> contract : ContractsTest.CONTRACTS) {
            rules.addAll(KitRun.rules(contract));
        }
        Set<String> told = RULE.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rules, told);
    }

    /** What is only remembered is said where the format is. */
    @Test
    void everyFormatSaysInItsReadmeWhereItsHeaderIsFrom() throws IOException {
        String module = "";
        int formats = 0;
        for (String line : Files.readAllLines(GUIDE)) {
            Matcher row = FORMATS.matcher(line);
            if (row.matches()) {
                module = row.group(1) == null ? module : row.group(1);
                String readme = Files.readString(GUIDE.resolveSibling(module).resolve("README.md"));
                for (String format : row.group(2).split(", ", -1)) {
                    assertTrue(readme.contains(format), module + " tells nothing of " + format);
                    formats++;
                }
                assertTrue(
                        !row.group(3).contains("memory") || readme.contains("memory"),
                        module + " does not say what is from memory");
            }
        }
        assertTrue(formats > 25, "formats in the guide: " + formats);
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.list(EXAMPLE), Files.list(DESCRIPTORS))) {
            return files.map(GuideTest::read).map(GuideTest::flat).collect(Collectors.joining(" "));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Line breaks and indentation are the formatter's. */
    private static String flat(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
