package org.kontor.receivable;

/**
 * By which template the documents of a customer are made from now on.
 *
 * @param template its code; empty for none
 */
public record CustomerTemplateDraft(String template) {}
