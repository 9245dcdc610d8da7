package org.kontor.document;

import java.time.Instant;
import java.util.Optional;

/**
 * A template in a language.
 *
 * @param id {@code INVOICE-en}, or {@code INVOICE-en-EXPORT} for that of an invoice template, for example
 * @param kind what it is for
 * @param language {@code en} or {@code de}
 * @param design code of the invoice template that it is for (S4-57); empty for all others
 * @param designName name of that invoice template; else empty
 * @param version counts versions; 0 while the one of Kontor was never used
 * @param updatedAt when this version came; empty while there is none
 * @param updatedBy who made it; {@code system} for the one of Kontor
 * @param standard whether it is the one of Kontor; with a design, whether it is the one of all others
 * @param body XHTML with Mustache placeholders
 */
public record TemplateView(
        String id,
        TemplateKind kind,
        String language,
        String design,
        String designName,
        long version,
        Optional<Instant> updatedAt,
        String updatedBy,
        boolean standard,
        String body) {

    /** The draft that, saved again, changes nothing. */
    public TemplateDraft toDraft() {
        return new TemplateDraft(body);
    }
}
