package org.kontor.document;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Facts on paper: a heading, and sections of names and values. It says so in the language of its words; nothing is translated here.
 *
 * @param title what it is
 * @param lead what it says, in a sentence or two
 * @param locale language of the words
 * @param made when it was made
 * @param id tells sheets of one kind apart
 * @param sections in order
 */
public record FactSheet(
        String title, String lead, Locale locale, Instant made, long id, List<FactSheet.Section> sections) {

    private static final String ACCENT = "#1c2430";

    /** Copies the list. */
    public FactSheet {
        sections = List.copyOf(sections);
    }

    /**
     * Facts of one kind.
     *
     * @param heading what they have in common
     * @param facts in order
     */
    public record Section(String heading, List<Fact> facts) {}

    /**
     * One fact.
     *
     * @param name what is told
     * @param value what is so
     */
    public record Fact(String name, String value) {}

    /**
     * As PDF/A-3, tagged: the same sheet is the same file, byte by byte.
     *
     * @param stem name of the file without its ending
     * @param author who says so
     */
    public Paper pdf(String stem, String author) {
        TemplateText page = new TemplateText(
                Resources.text("facts.html").replace("@standard.css@", Resources.text("standard.css")));
        Map<String, Object> values = Map.of(
                "title",
                title,
                "lead",
                lead,
                "language",
                locale.toLanguageTag(),
                "author",
                author,
                "accent",
                ACCENT,
                "sections",
                sections.stream()
                        .map(section -> Map.of(
                                "heading",
                                section.heading(),
                                "facts",
                                section.facts().stream()
                                        .map(fact -> Map.of("name", fact.name(), "value", fact.value()))
                                        .toList()))
                        .toList());
        PdfFacts facts = new PdfFacts(title, author, locale, made, id);
        return Paper.of(stem, ".pdf", Paper.PDF, PdfRenderer.render(page.fill(values), facts, Optional.empty()));
    }
}
