package org.kontor.settings;

/** Colours of tags: pairs of a ground and a dark or light text on it, so that the text is always readable (S1-22, S1-26). */
public enum TagColour {
    SLATE,
    VIOLET,
    TEAL,
    PINK,
    ORANGE,
    LIME
}
