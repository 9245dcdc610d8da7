package org.kontor.web.page;

import java.io.Serializable;
import java.util.List;

/**
 * One column of a matrix of permissions.
 *
 * @param name of the role or user group
 * @param link page where it can be changed, below the context; empty when it cannot
 * @param ownCustomersOnly whether it lets see only own customers
 * @param permissions what it allows
 */
public record MatrixColumn(String name, String link, boolean ownCustomersOnly, List<String> permissions)
        implements Serializable {

    /** Copies the list. */
    public MatrixColumn {
        permissions = List.copyOf(permissions);
    }
}
