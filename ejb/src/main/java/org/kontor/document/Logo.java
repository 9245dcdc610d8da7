package org.kontor.document;

import java.util.Base64;

/** A picture on a letterhead. */
final class Logo {

    static final Logo NONE = new Logo("", new byte[0]);

    private final String type;
    private final byte[] bytes;

    /**
     * A picture.
     *
     * @param type {@code image/png} or {@code image/jpeg}; empty for none
     * @param bytes the file
     */
    Logo(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The picture as an address that holds it; empty for none. */
    String dataUri() {
        return type.isEmpty()
                ? ""
                : "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
