package org.kontor.web.api;

import java.util.List;
import org.kontor.lifecycle.ErasedNumbers;

/**
 * Who was erased, by numbers alone.
 *
 * @param erased the first one first
 */
public record ErasedList(List<ErasedNumbers> erased) {

    /** Copies the list. */
    public ErasedList {
        erased = List.copyOf(erased);
    }
}
