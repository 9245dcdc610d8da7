package org.kontor.suppression;

import java.time.Instant;

/**
 * What keeps the person of one erasure from coming in again. Nothing of it tells who that was.
 *
 * @param erasureId number of the erasure
 * @param createdAt since when
 * @param emails how many e-mail addresses are recognised
 * @param phones how many phone numbers, each with the name
 * @param birthdates how many birthdates, each with the name
 * @param externalIds how many identifiers of other systems
 */
public record SuppressionView(
        long erasureId, Instant createdAt, int emails, int phones, int birthdates, int externalIds) {}
