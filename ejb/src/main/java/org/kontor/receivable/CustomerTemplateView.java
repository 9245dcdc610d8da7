package org.kontor.receivable;

/**
 * By which template the documents of a customer are made that say nothing themselves (S4-57).
 *
 * @param id the customer
 * @param template its code; empty when none was chosen
 * @param name its name; empty when none was chosen
 */
public record CustomerTemplateView(long id, String template, String name) {}
