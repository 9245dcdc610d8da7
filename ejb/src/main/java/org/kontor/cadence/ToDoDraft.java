package org.kontor.cadence;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A to-do to be added by hand, or what is changed of one.
 *
 * @param kind of a new one, {@code REMINDER} when nothing is said, or {@code CALL}; stays as it is
 * @param subject one line, 1 to 200 characters; none for a text message
 * @param text up to 20,000 characters; without placeholders: what stands here is sent as it is
 * @param dueOn the day, today or later; empty for today
 * @param assignee sign-in name of who does it; empty for the billing owner of the customer
 */
public record ToDoDraft(
        Optional<StepKind> kind, String subject, String text, Optional<LocalDate> dueOn, String assignee) {}
