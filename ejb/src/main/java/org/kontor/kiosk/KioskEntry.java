package org.kontor.kiosk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.customer.Address;
import org.kontor.medical.MedicalConditionDraft;

/**
 * What somebody says of themselves at a kiosk.
 *
 * @param firstName given name; needed
 * @param middleName middle name
 * @param lastName family name; needed
 * @param nickname what the person likes to be called
 * @param email e-mail address; this or a phone number is needed
 * @param phone phone number
 * @param smsOptIn whether the person agrees to SMS on that number
 * @param birthdate date of birth
 * @param gender as text
 * @param occupation profession
 * @param address postal address
 * @param medicalConditions answers to the medical questions, all required ones among them; absent when they were not asked; a device that
 *     asks them has to send them
 */
public record KioskEntry(
        String firstName,
        String middleName,
        String lastName,
        String nickname,
        String email,
        String phone,
        boolean smsOptIn,
        Optional<LocalDate> birthdate,
        String gender,
        String occupation,
        Address address,
        Optional<List<MedicalConditionDraft>> medicalConditions) {

    /** Trims the texts that are looked at. */
    public KioskEntry {
        firstName = firstName.strip();
        lastName = lastName.strip();
        email = email.strip();
        phone = phone.strip();
        medicalConditions = medicalConditions.map(List::copyOf);
    }

    /** Somebody who says no more than how to be reached. */
    public KioskEntry(String firstName, String lastName, String email, String phone, Optional<LocalDate> birthdate) {
        this(firstName, "", lastName, "", email, phone, false, birthdate, "", "", Address.NONE, Optional.empty());
    }

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "KioskEntry[]";
    }
}
