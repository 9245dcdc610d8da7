package org.kontor.document;

import java.util.List;
import java.util.Locale;

/** The templates that come with Kontor; a company makes them its own. Each holds its whole style. */
final class StandardTemplates {

    static final List<String> LANGUAGES = List.of("en", "de");

    private StandardTemplates() {}

    static String body(TemplateKind kind, String language) {
        return Resources.text(kind.name().toLowerCase(Locale.ROOT) + "." + language + ".html")
                .replace("@standard.css@", Resources.text("standard.css"));
    }
}
