package org.kontor.kiosk;

import java.util.Optional;

/**
 * A kiosk that is wanted.
 *
 * @param name where it stands; 1 to 100 characters
 * @param passcode what staff types to leave it; 4 to 12 digits
 * @param idleSeconds after how many seconds without a touch it forgets what was typed; 15 to 600, empty for 60
 * @param asksMedical whether customers are asked the medical questions
 */
public record KioskDraft(String name, String passcode, Optional<Integer> idleSeconds, boolean asksMedical) {

    /** Trims the texts. */
    public KioskDraft {
        name = name.strip();
        passcode = passcode.strip();
    }

    /** Without the passcode. */
    @Override
    public String toString() {
        return "KioskDraft[" + name + "]";
    }
}
