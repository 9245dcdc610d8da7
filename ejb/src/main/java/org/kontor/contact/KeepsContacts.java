package org.kontor.contact;

import java.util.Collection;
import java.util.Map;

/**
 * A feature that knows of another system which is the one that says who the contacts of a customer are. A CDI bean of this type
 * is found by itself; {@link ContactOwners} asks it.
 */
public interface KeepsContacts {

    /** Of these customers those whose contacts another system keeps now, with the name by which people know that system. */
    Map<Long, String> keepers(Collection<Long> customerIds);
}
