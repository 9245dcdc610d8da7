package org.kontor.document;

/** What a template is for. */
public enum TemplateKind {
    /** Invoices and credit memos. */
    INVOICE,
    /** Statements. */
    STATEMENT
}
