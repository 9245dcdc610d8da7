package org.kontor.wallet;

import java.util.Optional;

/**
 * Where a vault sends its messages.
 *
 * @param path below the address of Kontor
 * @param url the whole address; empty while nobody has said by which address Kontor is reached ({@code kontor.base-url})
 */
public record NoticeAddress(String path, Optional<String> url) {}
