package org.kontor.settings;

/** Tells how often a custom field is filled. The feature that holds the values brings a CDI bean of this type. */
public interface CustomFieldUse {

    /** Whose fields it tells about. */
    CustomFieldOwner owner();

    /** How many records have a value for the field. */
    long uses(String key);
}
