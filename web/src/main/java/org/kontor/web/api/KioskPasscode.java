package org.kontor.web.api;

/**
 * By which a kiosk is left.
 *
 * @param passcode as it was chosen when the kiosk was started
 */
public record KioskPasscode(String passcode) {

    /** Without the passcode. */
    @Override
    public String toString() {
        return "KioskPasscode[]";
    }
}
