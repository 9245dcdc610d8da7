package org.kontor.document;

import java.time.Instant;
import java.util.Locale;

/**
 * What a PDF says of itself. The same facts and the same page give the same bytes.
 *
 * @param title what a reader shows as its title
 * @param author who issued it
 * @param locale its language
 * @param made when it was made: fixed for what was issued
 * @param id tells documents apart
 */
record PdfFacts(String title, String author, Locale locale, Instant made, long id) {}
