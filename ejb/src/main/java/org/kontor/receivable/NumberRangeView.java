package org.kontor.receivable;

/**
 * How numbers of documents look, and which comes next.
 *
 * @param kind of which documents
 * @param prefix what stands before the number, up to 20 characters; may be empty
 * @param digits how many digits it has at least, 1 to 12
 * @param nextNumber the one that comes next; one that a document has already is passed over
 */
public record NumberRangeView(DocumentKind kind, String prefix, int digits, long nextNumber) {}
