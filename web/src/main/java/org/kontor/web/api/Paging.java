package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;

/** Which piece of a list is wanted: {@code @BeanParam Paging paging}. */
public class Paging {

    @QueryParam("limit")
    @DefaultValue("50")
    String limit = "50";

    @QueryParam("cursor")
    @DefaultValue("")
    String cursor = "";

    /**
     * The wanted piece.
     *
     * @throws AppException {@code INVALID} for a limit that is not 1 to 500
     */
    public PageRequest request() {
        int size;
        try {
            size = Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            size = 0;
        }
        return new PageRequest(size, cursor.isEmpty() ? Optional.empty() : Optional.of(cursor));
    }
}
