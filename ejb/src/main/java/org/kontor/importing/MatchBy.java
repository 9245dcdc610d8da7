package org.kontor.importing;

import java.util.EnumSet;
import java.util.Set;

/** What makes a row and a customer the same, strongest first. */
public enum MatchBy {
    /** An identifier of another system. */
    EXTERNAL_ID,
    /** The account number. */
    ACCOUNT_NUMBER,
    /** An e-mail address and the name, both together. */
    EMAIL,
    /** The name and the date of birth. */
    BIRTHDATE,
    /** A phone number and the name. */
    PHONE;

    /** All of them: what an import uses when nothing is said. */
    public static final Set<MatchBy> ALL = Set.copyOf(EnumSet.allOf(MatchBy.class));
}
