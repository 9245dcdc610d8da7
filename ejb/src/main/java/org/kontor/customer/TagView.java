package org.kontor.customer;

import org.kontor.settings.TagColour;

/**
 * A tag on a customer.
 *
 * @param id of the tag in the system table {@code tags}
 * @param name its text
 * @param colour its colour
 */
public record TagView(long id, String name, TagColour colour) {}
