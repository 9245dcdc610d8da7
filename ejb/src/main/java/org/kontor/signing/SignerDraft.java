package org.kontor.signing;

import java.util.Optional;

/**
 * Who is to sign.
 *
 * @param contactId a contact of the customer, whose name and e-mail address count where none are written; not kept
 * @param name of the person, up to 200 characters
 * @param email where the service tells the person
 */
public record SignerDraft(Optional<Long> contactId, String name, String email) {}
