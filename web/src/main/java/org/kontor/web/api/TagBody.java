package org.kontor.web.api;

import java.util.Optional;
import org.kontor.settings.TagColour;

/**
 * A tag to be put on a customer.
 *
 * @param name its text
 * @param colour of a tag that there is not yet; slate when nothing is said
 */
public record TagBody(String name, Optional<TagColour> colour) {}
