package org.kontor.kiosk;

/**
 * A kiosk that was just started.
 *
 * @param id Kontor's own number
 * @param token what the device shows; it can send entries and nothing else. Shown this once and stored nowhere
 */
public record NewKiosk(long id, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "NewKiosk[" + id + "]";
    }
}
