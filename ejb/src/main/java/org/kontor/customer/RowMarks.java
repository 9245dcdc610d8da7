package org.kontor.customer;

import java.io.Serializable;
import java.util.List;

/**
 * What is seen of the marks of a customer in a list.
 *
 * @param tags tags in the order of their table
 * @param flags names of the types of its flags, each once
 * @param owners who looks after it, in the order of the parts
 */
public record RowMarks(List<TagView> tags, List<String> flags, List<Owner> owners) implements Serializable {

    /** Of a customer without any. */
    public static final RowMarks NONE = new RowMarks(List.of(), List.of(), List.of());

    /**
     * Somebody who plays a part.
     *
     * @param part which
     * @param name what the user is called
     */
    public record Owner(Owners.Part part, String name) implements Serializable {}
}
