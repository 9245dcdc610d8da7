package org.kontor.customer;

import java.io.Serializable;
import java.util.List;

/**
 * What is seen of the marks of a customer in a list.
 *
 * @param tags tags in the order of their table
 * @param flags names of the types of its flags, each once
 */
public record RowMarks(List<TagView> tags, List<String> flags) implements Serializable {

    /** Of a customer without any. */
    public static final RowMarks NONE = new RowMarks(List.of(), List.of());
}
