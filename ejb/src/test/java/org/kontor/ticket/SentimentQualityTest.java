package org.kontor.ticket;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * S1-13. How often the model is right. A file has one text per line, a tab, and 1 for a writer who is content or 0 for one who
 * is not; a text read as neutral counts as wrong. The fixture is our own; more files are measured when their folder is given:
 * {@code -Dkontor.sentiment.data=/path}.
 */
class SentimentQualityTest {

    /** What a rule of thumb over a general word list reaches on sentences of reviews, with neutral counted as wrong. */
    private static final double OTHERS_ACCURACY = 0.687;

    private static final double OTHERS_MACRO_F1 = 0.752;

    @Test
    void theModelIsRightOnOurOwnTickets() throws IOException {
        try (InputStream fixture = Objects.requireNonNull(getClass().getResourceAsStream("tickets.tsv"))) {
            Measured measured = Measured.of(new String(fixture.readAllBytes(), StandardCharsets.UTF_8));

            System.out.println("Sentiment, own fixture: " + measured);
            assertTrue(measured.accuracy() >= 0.9, measured::toString);
            assertTrue(measured.macroF1() >= 0.9, measured::toString);
        }
    }

    @TestFactory
    Stream<DynamicTest> theModelBeatsTheRuleOfThumbOnGivenFiles() throws IOException {
        String folder = System.getProperty("kontor.sentiment.data", "");
        assumeTrue(!folder.isEmpty(), "no files given");
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            files = all.filter(f -> f.toString().endsWith("_labelled.txt"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Measured measured = Measured.of(Files.readString(file));
                    System.out.println("Sentiment, " + file.getFileName() + ": " + measured);
                    assertTrue(
                            measured.accuracy() > Math.max(OTHERS_ACCURACY, measured.alwaysNegative()),
                            measured::toString);
                    assertTrue(measured.macroF1() > OTHERS_MACRO_F1, measured::toString);
                }));
    }

    /** Counts: right and wrong by what they are, neutral being wrong. */
    private record Measured(int goodRight, int badRight, int goodAsBad, int badAsGood, int good, int bad) {

        static Measured of(String lines) {
            int[] count = new int[6];
            // Some of these files have other line separators inside of a line.
            for (String line : lines.split("\n", -1)) {
                int tab = line.lastIndexOf('\t');
                if (tab < 0) {
                    continue;
                }
                boolean content = line.substring(tab + 1).strip().equals("1");
                double score = SentimentModel.read(line.substring(0, tab)).score();
                count[content ? 4 : 5]++;
                if (score >= 0.1) {
                    count[content ? 0 : 3]++;
                } else if (score <= -0.1) {
                    count[content ? 2 : 1]++;
                }
            }
            return new Measured(count[0], count[1], count[2], count[3], count[4], count[5]);
        }

        double accuracy() {
            return (goodRight + badRight) / (double) (good + bad);
        }

        double alwaysNegative() {
            return bad / (double) (good + bad);
        }

        double macroF1() {
            return (f1(goodRight, badAsGood, good) + f1(badRight, goodAsBad, bad)) / 2;
        }

        private static double f1(int right, int taken, int all) {
            return 2.0 * right / (right + taken + all);
        }

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "%d texts, accuracy %.3f, macro-F1 %.3f, always negative %.3f",
                    good + bad,
                    accuracy(),
                    macroF1(),
                    alwaysNegative());
        }
    }
}
