package org.kontor.document;

/** A document as a file. */
public final class Paper {

    /** Media type of a PDF. */
    public static final String PDF = "application/pdf";

    static final String XML = "application/xml";

    private final String name;
    private final String type;
    private final byte[] bytes;

    private Paper(String name, String type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
    }

    /** A file whose name is made of this text. */
    static Paper of(String stem, String ending, String type, byte[] bytes) {
        String plain = stem.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^[-.]+|-+$", "");
        return new Paper((plain.isEmpty() ? "document" : plain) + ending, type, bytes);
    }

    /** File name: letters, digits, {@code -} and {@code .} alone. */
    public String name() {
        return name;
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /** The file. */
    public byte[] bytes() {
        return bytes;
    }
}
