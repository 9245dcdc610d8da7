package org.kontor.document;

/**
 * What can be said of a template.
 *
 * @param body XHTML with Mustache placeholders, up to 200,000 characters
 */
public record TemplateDraft(String body) {}
