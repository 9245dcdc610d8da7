package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that measures the matcher, and what it measures on 3,000 made-up people of whom half were typed twice. */
class LinkageReportTest {

    private static final String[] COLUMNS = {
        "truth=who",
        "lastName=surname",
        "firstName=given",
        "birthdate=born",
        "email=mail",
        "phone=tel",
        "street=street",
        "city=town",
        "postalCode=zip"
    };

    @TempDir
    Path folder;

    @Test
    void almostAllWhoWereTypedTwiceAreFoundAndHardlyAnybodyElse() throws IOException {
        Made made = new Made();
        List<String> lines = new ArrayList<>(List.of("who,given,surname,born,mail,tel,street,town,zip"));
        for (int i = 0; i < 3000; i++) {
            Made.Person person = made.person(i);
            lines.add(line("p" + i, person));
            if (i % 2 == 0) {
                lines.add(line("p" + i, made.again(person, 1 + i % 4)));
            }
        }
        List<String> arguments = new ArrayList<>(List.of(COLUMNS));
        arguments.add("precision=0.999");
        String report = run(lines, arguments.toArray(String[]::new));
        assertTrue(figure(report, "found", "F1") >= 0.99, report);
        assertTrue(figure(report, "certain", "precision") >= 0.999, report);
        assertTrue(figure(report, "found", "recall") > figure(report, "rule alone", "recall") + 0.1, report);
        assertEquals(figure(report, "found \\(", "recall"), figure(report, "  15 bits", "recall"), report);
        assertTrue(figure(report, "  10 bits", "recall") >= figure(report, "  20 bits", "recall"), report);
        assertTrue(figure(report, "precision 0.999: from a threshold", "precision") >= 0.999, report);
    }

    @Test
    void twoListsAreLinkedAndThePartOfTheTruthThatCountsIsAPattern() throws IOException {
        Path other = folder.resolve("other.csv");
        Files.writeString(
                other,
                "id,given,surname,born\nrec-1-b,Wanda,Rook,1971-6-24\nrec-1-c,Wanda,Rook,1971-06-24\n",
                StandardCharsets.UTF_8);
        String report = run(
                List.of("id,given,surname,born", "rec-1-a,wanda,rook,1971-06-24"),
                other.toString(),
                "truth=id",
                "truthPattern=rec-([0-9]+)-",
                "lastName=surname",
                "firstName=given",
                "birthdate=born");
        assertTrue(report.startsWith("3 rows, 2 true pairs, 2 pairs compared"), report);
        assertTrue(report.contains("certain band            precision 1.0000, recall 1.0000"), report);
    }

    @Test
    void withoutATruthItSaysHowToBeAsked() throws IOException {
        assertTrue(run(List.of("a,b"), "lastName=a").contains("truth="));
    }

    private String run(List<String> lines, String... arguments) throws IOException {
        Path list = folder.resolve("list.csv");
        Files.write(list, lines, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(list.toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LinkageReport.run(all, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String line(String who, Made.Person person) {
        return who + "," + String.join(",", person.parts());
    }

    private static double figure(String report, String line, String name) {
        Matcher found = Pattern.compile(line + "[^\n]*" + name + " ([0-9.]+)").matcher(report);
        assertTrue(found.find(), report);
        return Double.parseDouble(found.group(1));
    }
}
