package org.kontor.settings;

/** Whose custom field it is (S4-41). A feature that can hold custom values adds its constant. */
public enum CustomFieldOwner {
    CUSTOMER
}
