package org.kontor.contact;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.kontor.suppression.Identity;

/** By what a contact is recognised after an erasure. */
public final class ContactIdentity {

    private ContactIdentity() {}

    /** By its e-mail address, and by what the systems call it that it comes from. */
    public static Identity of(String email, Collection<Identity.External> links) {
        return new Identity(Set.of(email), Set.of(), "", Optional.empty(), links);
    }
}
