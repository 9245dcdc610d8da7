package org.kontor.access;

import java.util.Set;

/** What the company decided about signing in; the feature that keeps company settings knows it. */
public interface AccessRules {

    /** Shortest password that may be chosen, in characters; at least 12. */
    int passwordMinLength();

    /** Whether somebody with these permissions may only sign in with a code besides the password. */
    boolean requiresTwoFactor(Set<String> permissions);
}
