package org.kontor.cadence;

import java.util.List;

/**
 * A step as a customer would get it.
 *
 * @param address where it would go; empty when there is no address
 * @param subject filled in
 * @param text filled in
 * @param missing placeholders for which there is nothing: they hold back what is sent by itself
 */
public record StepPreview(String address, String subject, String text, List<String> missing) {

    /** Copies the list. */
    public StepPreview {
        missing = List.copyOf(missing);
    }
}
