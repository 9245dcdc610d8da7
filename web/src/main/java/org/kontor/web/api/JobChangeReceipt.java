package org.kontor.web.api;

/**
 * What became of a report.
 *
 * @param taken whether it was taken: the company wants such reports, and the contact has a LinkedIn link
 */
public record JobChangeReceipt(boolean taken) {}
