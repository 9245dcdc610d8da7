package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The audit page has words, in every language, for all that the audit log is told, and offers each noun to look for. */
class AuditTextsTest {

    private static final Pattern CALL = Pattern.compile("\\b(?:log|audit)\\.write\\(\\s*([^;]*?)(?:,|\\);)");
    private static final Pattern KIND = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

    @Test
    void everyKindThatIsWrittenHasATextAndCanBeLookedFor() throws IOException {
        TreeSet<String> kinds = new TreeSet<>();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("../ejb/src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : sources) {
            String source = Files.readString(file);
            if (source.contains("AccessLog")) {
                Matcher call = CALL.matcher(source);
                while (call.find()) {
                    TreeSet<String> said = kinds(call.group(1));
                    // A kind that comes as a parameter is said somewhere else in the same class.
                    kinds.addAll(said.isEmpty() ? kinds(source) : said);
                }
            }
        }
        assertTrue(
                kinds.containsAll(List.of("medical.changed", "two-factor.enabled", "portal.suspended")),
                kinds::toString);
        List<String> offered = new AuditPage().getNouns();
        for (String language : List.of("en", "de")) {
            ResourceBundle texts =
                    ResourceBundle.getBundle("org.kontor.web.page.messages", Locale.forLanguageTag(language));
            assertEquals(
                    List.of(),
                    kinds.stream()
                            .filter(kind -> !texts.containsKey("audit." + kind))
                            .toList(),
                    language);
            assertEquals(
                    List.of(),
                    offered.stream()
                            .filter(noun -> !texts.containsKey("auditNoun." + noun))
                            .toList(),
                    language);
        }
        assertEquals(
                List.of(),
                kinds.stream()
                        .filter(kind -> !offered.contains(kind.substring(0, kind.indexOf('.'))))
                        .toList());
        assertFalse(kinds.isEmpty());
    }

    private static TreeSet<String> kinds(String source) {
        TreeSet<String> kinds = new TreeSet<>();
        Matcher kind = KIND.matcher(source);
        while (kind.find()) {
            kinds.add(kind.group(1));
        }
        return kinds;
    }
}
