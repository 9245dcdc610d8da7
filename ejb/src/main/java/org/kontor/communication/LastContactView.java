package org.kontor.communication;

import java.time.Instant;
import java.util.Optional;

/**
 * When a customer was last in contact (S4-55, X-22).
 *
 * @param lastContacted the last time that an e-mail was sent; text messages, letters and calls do not move it
 * @param email the last e-mail, sent or received
 * @param sms the last text message, sent or received
 * @param letter the last letter, sent or received
 * @param call the last call, in either direction
 * @param any the latest of these
 */
public record LastContactView(
        Optional<Instant> lastContacted,
        Optional<Instant> email,
        Optional<Instant> sms,
        Optional<Instant> letter,
        Optional<Instant> call,
        Optional<Instant> any) {}
