package org.kontor.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.settings.TagColour;

/** S1-26: the text on a tag is readable, whatever its colour, in light and in dark: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
class TagContrastTest {

    private static final Path TOKENS = Path.of("src/main/webapp/resources/kontor/tokens.css");
    private static final Pattern BLOCK = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern PAIR = Pattern.compile("--k-tag-(\\w+)-(bg|fg):\\s*#([0-9a-f]{6})");

    @Test
    void everyColourIsReadableInEveryScheme_S1_26() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Map<String, String>> schemes = schemes();
        // Light, dark by the reader's choice, dark by the system's.
        assertEquals(3, schemes.size());
        for (Map<String, String> scheme : schemes) {
            assertEquals(
                    Arrays.stream(TagColour.values())
                            .map(colour -> colour.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()),
                    scheme.keySet().stream()
                            .map(name -> name.substring(0, name.indexOf('-')))
                            .collect(Collectors.toSet()));
            for (TagColour colour : TagColour.values()) {
                String name = colour.name().toLowerCase(Locale.ROOT);
                double contrast =
                        contrast(scheme.getOrDefault(name + "-bg", ""), scheme.getOrDefault(name + "-fg", ""));
                if (contrast < 4.5) {
                    wrong.add(name + " " + contrast);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** The sum itself: black on white is 21 to 1. */
    @Test
    void blackOnWhiteIsTheMost() {
        assertEquals(21, contrast("ffffff", "000000"), 0.001);
        assertEquals(4.54, contrast("ffffff", "767676"), 0.01);
    }

    /** Of each block of the file that has colours of tags. */
    private static List<Map<String, String>> schemes() throws IOException {
        List<Map<String, String>> all = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(TOKENS).replaceAll("(?s)/\\*.*?\\*/", ""));
        while (block.find()) {
            Map<String, String> colours = new HashMap<>();
            Matcher pair = PAIR.matcher(block.group(2));
            while (pair.find()) {
                colours.put(pair.group(1) + "-" + pair.group(2), pair.group(3));
            }
            if (!colours.isEmpty()) {
                all.add(colours);
            }
        }
        return all;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * part(hex, 0) + 0.7152 * part(hex, 2) + 0.0722 * part(hex, 4);
    }

    private static double part(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
