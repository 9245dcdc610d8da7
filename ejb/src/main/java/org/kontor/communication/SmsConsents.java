package org.kontor.communication;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.contact.Contacts;

/** Asks whether somebody agreed, in a transaction of its own: that a text message was held back is noted although it is refused. */
@Stateless
public class SmsConsents {

    @Inject
    Contacts contacts;

    /** The number to which a text message may go; empty for whoever did not agree (S2-22). */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<String> number(long contactId) {
        return contacts.smsNumber(contactId);
    }
}
