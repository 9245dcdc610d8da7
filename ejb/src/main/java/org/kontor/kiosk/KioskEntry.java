package org.kontor.kiosk;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says of themselves at a kiosk.
 *
 * @param firstName given name; needed
 * @param lastName family name; needed
 * @param email e-mail address; this or a phone number is needed
 * @param phone phone number
 * @param birthdate date of birth
 */
public record KioskEntry(String firstName, String lastName, String email, String phone, Optional<LocalDate> birthdate) {

    /** Trims the texts. */
    public KioskEntry {
        firstName = firstName.strip();
        lastName = lastName.strip();
        email = email.strip();
        phone = phone.strip();
    }

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "KioskEntry[]";
    }
}
