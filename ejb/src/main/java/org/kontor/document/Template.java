package org.kontor.document;

import java.time.Instant;

/**
 * A version of a template.
 *
 * @param rowId its row
 * @param kind what it is for
 * @param language {@code en} or {@code de}
 * @param design code of the invoice template that it is for; empty for all others
 * @param version counts versions
 * @param createdAt when it came
 * @param createdBy who made it
 * @param standard whether it came with Kontor
 * @param body the template
 */
record Template(
        long rowId,
        TemplateKind kind,
        String language,
        String design,
        long version,
        Instant createdAt,
        String createdBy,
        boolean standard,
        String body) {}
