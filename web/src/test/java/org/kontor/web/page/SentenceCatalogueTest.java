package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.access.Permission;
import org.kontor.settings.CompanySetting;
import org.kontor.webhook.WebhookEvent;

/** Every sentence that a page can show from the business has its German, and the catalogue holds no other. */
class SentenceCatalogueTest {

    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    /** REST speaks English by contract; what runs the server is read by its operator. */
    private static final Pattern NOT_ON_PAGES =
            Pattern.compile(".*/org/kontor/web/(api|openapi|json|problem|metrics|health)/.*"
                    + "|.*/(DemoData|DemoLedger|SamplePages|CertificateSheet|LinkageReport|PoolSize|PoolMetrics|RateLimit)\\.java"
                    + "|.*/org/kontor/connectors/.*/(ConnectorAdapter|Layout|LimitedBody|OwnPool|PooledConnection|RateLimiter"
                    + "|RemoteConnectionFactory|TableFormatBuilder|Json|package-info)\\.java");

    /** Files whose message cannot be read at the call, and where its text is read instead. */
    private static final Set<String> HANDED_ON =
            """
            AppException.java its callers, which are read
            FieldCheck.java its callers, which are read
            CompanyEntityDraft.java a parameter: the calls of its own method
            Conflicts.java a parameter: the calls of its own method
            ImportFollowUp.java a parameter: the calls of its own method
            LedgerCustomers.java a parameter: the calls of its own method
            LetterheadRules.java a parameter: the calls of its own method
            MappingChoice.java a parameter: the calls of its own method
            PsaView.java sentences of CustomerRules, which are read
            Resyncs.java a parameter: the calls of its own method
            SystemTables.java a parameter: the calls of its own method
            CompanySettings.java the method that returns it
            CustomFieldValues.java the method that returns it
            Messages.java the method that returns it
            MessageRules.java the method that returns it
            SigningRules.java the method that returns it
            PortalAccesses.java the method that returns it
            MessageSendings.java the method that returns it
            OwnPassword.java the method that returns it
            Customers.java the variable of the same method
            Invoices.java the variable of the same method
            MedicalQuestions.java the variable of the same method
            SavedViews.java the variable of the same method
            Documents.java several sentences, each where it is added
            ApplyForm.java another error, where that was made
            ConnectionRules.java the connector, which may answer what it likes
            Erasures.java the obstacle, where that was made
            Imports.java the problem, where that was made
            IntakeSession.java another refusal, where that was made
            InvoiceRules.java another error, where that was made
            KioskRules.java another error, where that was made
            MedicalTab.java another error, where that was made
            Merges.java the blocker, where that was made
            Templates.java the problem, where that was made
            WebhookTarget.java another refusal, where that was made
            Typed.java the texts of the pages, which are German already
            """.lines().map(line -> line.substring(0, line.indexOf(' '))).collect(Collectors.toSet());

    private static SentenceSources sources;

    @Test
    void everySentenceHasItsGerman() throws IOException {
        Map<String, String> catalogue = catalogue();
        Map<String, Set<String>> said = sources.sentences();
        Map<String, Set<String>> missing = new TreeMap<>(said);
        descriptions().forEach(description -> missing.put(description, Set.of("description")));
        missing.keySet().removeAll(catalogue.keySet());
        StringBuilder report = new StringBuilder();
        missing.forEach((sentence, files) -> report.append("\nen: ")
                .append(sentence)
                .append("\nde:  (")
                .append(files)
                .append(")\n"));
        assertEquals("", report.toString(), "Add these to sentences_de.txt (web/README.md says how)");
        assertTrue(said.size() > 500, "read only " + said.size());
    }

    @Test
    void theCatalogueHasNoSentenceThatNobodySays() throws IOException {
        Set<String> unused = new TreeSet<>(catalogue().keySet());
        unused.removeIf(key -> key.startsWith("word: "));
        unused.removeAll(sources.sentences().keySet());
        unused.removeAll(descriptions());
        assertEquals(Set.of(), unused);
    }

    /** What pages tell of permissions, settings and events. */
    private static Set<String> descriptions() {
        return Stream.of(
                        Stream.of(Permission.values()).map(Permission::description),
                        Stream.of(CompanySetting.values())
                                .map(setting -> setting.view().description()),
                        Stream.of(WebhookEvent.values()).map(WebhookEvent::description))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    @Test
    void aTranslationTakesTheSameValues() throws IOException {
        List<String> wrong = new ArrayList<>();
        catalogue().forEach((english, german) -> {
            if (!holes(english).equals(holes(german)) || german.isBlank() || german.contains("'")) {
                wrong.add(english);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void messagesFromElsewhereAreHandedOnByTheseFilesAlone() throws IOException {
        Map<String, Set<String>> others = new TreeMap<>(sources.unread());
        others.keySet().removeAll(HANDED_ON);
        assertEquals(Map.of(), others, "Write the message at the call, or say in HANDED_ON where its text is read");
    }

    @Test
    void sentencesAreFoundWhereverTheyStand(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("Sample.java");
        Files.writeString(source, """
                class Sample {
                    private static final String LAST = "2.";
                    private static final String KEPT = "Keep this one.";
                    @Deprecated(since = "Leave this one out.")
                    void refuse(int n, String name) {
                        log("Nobody reads this one.");
                        if (n == 1) throw new AppException(KIND, "CODE", "Choose at most " + n + (n == 1 ? " file" : " files") + " of " + name + ".");
                        if (n == 2) throw new AppException(KIND, "CODE", "No full stop here");
                        if (n == 3) fields.refuse("field", "CODE", name);
                        if (n == 4) throw new IllegalStateException("A fault of ours.");
                        return n > 5 ? "Take number " + LAST : "“" + name + "” is none.";
                    }
                }
                """);
        SentenceSources read = SentenceSources.of(List.of(source));
        assertEquals(
                Set.of(
                        "Keep this one.",
                        "Choose at most {0} file of {1}.",
                        "Choose at most {0} files of {1}.",
                        "No full stop here",
                        "Take number 2.",
                        "“{0}” is none."),
                read.sentences().keySet());
        assertEquals(Map.of("Sample.java", Set.of("name")), read.unread());
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            holes.add(hole.group());
        }
        return holes;
    }

    /** All that pages can show, read once. */
    @BeforeAll
    static void read() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("ejb/src/main/java"))) {
            root = Objects.requireNonNull(root.getParent(), "the sources are not around");
        }
        List<Path> files = new ArrayList<>();
        for (String module : List.of(
                "ejb",
                "web",
                "connectors/support",
                "connectors/mail-smtp",
                "connectors/sign-docuseal",
                "connectors/vault-bluesnap")) {
            try (Stream<Path> all = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                all.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !NOT_ON_PAGES
                                .matcher(file.toString().replace('\\', '/'))
                                .matches())
                        .sorted()
                        .forEach(files::add);
            }
        }
        sources = SentenceSources.of(files);
    }

    private static Map<String, String> catalogue() throws IOException {
        Map<String, String> catalogue = new LinkedHashMap<>();
        String key = "";
        for (String line : lines()) {
            if (line.startsWith("en: ") || line.startsWith("word: ")) {
                key = line.startsWith("en: ") ? line.substring(4) : line;
            } else if (line.startsWith("de: ")) {
                assertEquals(null, catalogue.put(key, line.substring(4)), "twice: " + key);
            }
        }
        return catalogue;
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                SentenceCatalogueTest.class.getResourceAsStream("sentences_de.txt"), "no catalogue")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
