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
            "e\u0301");

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
