package org.kontor.connectors.tck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What files really hold, sooner or later. */
final class HostileTexts {

    /** A spreadsheet would compute it. */
    static final String FORMULA = "=1+1";

    static final List<String> CELLS = List.of(
            FORMULA,
            "+1",
            "-1",
            "@SUM(A1:A9)",
            "'quoted'",
            "\"",
            "<script>alert(1)</script>",
            "'; DROP TABLE customer; --",
            "${jndi:ldap://localhost/x}",
            "%s%n%x",
            "{0}",
            "\\",
            "../../etc/passwd",
            "NULL",
            "undefined",
            "1e309",
            "0000-00-00",
            "99999999999999999999",
            " ::: ",
            "a,b;c\td",
            "line\r\nline\n\nline",
            "a\u0000b",
            "\u202Etxet",
            "\u200B",
            "\uFEFFx",
            "\uD800",
            "\uD83D\uDE00",
            "\u0130\u0131\u00DF",
            "e\u0301",
            "\u0085",
            "\u2028",
            "\u00A0x\u3000",
            "\u001B[31m",
            "\uDE00\uD83D",
            "\uFFFD",
            "\u00EF\u00BB\u00BFx",
            "\uFF11\uFF12.\uFF13.\uFF11\uFF19\uFF17\uFF11",
            "\u0661\u0669\u0668\u0668",
            "\u00BD",
            "\uFDFA",
            "\u0645\u0631\u062D\u0628\u0627",
            "Z\u0335\u0351\u036B\u0343\u0334A\u0335\u035E",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "0x1F",
            "NaN",
            "Infinity",
            "1,000.50",
            "1'000",
            "31.02.1999",
            "12/31/69 24:60",
            "{{7*7}}",
            "]]>",
            "CON",
            "()");

    /** Letters of many scripts, a sign made of several and a letter with its accent behind it; no blank to divide it at. */
    static final String UNICODE = "\u017D\u00F8\u674E\u0395\u05E9\u0E01\uD83D\uDC69\u200D\uD83D\uDC67e\u0301";

    /** Single lines that must come through unchanged. */
    static final List<String> LINES =
            List.of(FORMULA, "<script>alert(1)</script>", "\"a\" & 'b' \\ {0} %s", "\u202Etxet", UNICODE);

    /** Large cells; letters that become two when their case changes make slow what looks fast. */
    static List<String> large() {
        return List.of(
                "Lorem ipsum 0123456789 ::: ".repeat(40_000), "\u00DF".repeat(1_000_000), "\u0130".repeat(1_000_000));
    }

    private HostileTexts() {}

    /** Headers that no format may stumble over, made from one that it knows. */
    static List<List<String>> headers(List<String> known) {
        List<List<String>> headers = new ArrayList<>();
        headers.add(List.of());
        headers.add(List.of(""));
        headers.add(Collections.nCopies(300, ""));
        headers.add(CELLS);
        headers.add(List.of("x".repeat(1_000_000)));
        headers.add(IntStream.range(0, 16_384).mapToObj(i -> "Column " + i).toList());
        headers.add(known.stream().map(name -> name + "\u0000").toList());
        headers.add(known.stream().map(name -> " \"" + name + "\" ").toList());
        headers.add(known.stream().map(name -> name.repeat(50)).toList());
        headers.add(known.stream()
                .map(name -> new StringBuilder(name).reverse().toString())
                .toList());
        headers.add(
                known.stream().flatMap(name -> CELLS.stream().map(name::concat)).toList());
        headers.add(known.stream()
                .map(name -> name.replaceAll("[0-9]+", "99999999999999999999"))
                .toList());
        headers.add(Collections.nCopies(1000, known.get(0)));
        return headers;
    }
}
