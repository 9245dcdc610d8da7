package org.kontor.web.api;

/**
 * A message was taken.
 *
 * @param received true
 */
public record NoticeReceipt(boolean received) {}
