package org.kontor.access;

/**
 * A permission of the catalogue.
 *
 * @param name in {@code verb:noun} form
 * @param description what it allows
 */
public record PermissionView(String name, String description) {}
