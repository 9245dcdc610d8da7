package org.kontor.connectors.googlecontacts;

import org.kontor.connectors.support.Names;
import org.kontor.spi.CustomerProfile.PhoneType;

/** What Google's labels of phone numbers mean; its own ones are English, a label of the person's own may be anything. */
final class ContactLabels {

    private ContactLabels() {}

    static PhoneType phoneType(String label) {
        String word = Names.lower(label.replace("*", "").strip());
        if (word.endsWith("fax")) {
            return PhoneType.FAX;
        }
        return switch (word) {
            case "mobile" -> PhoneType.MOBILE;
            case "home" -> PhoneType.HOME;
            case "work" -> PhoneType.WORK;
            default -> PhoneType.OTHER;
        };
    }
}
