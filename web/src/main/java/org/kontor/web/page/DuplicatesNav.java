package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.access.Permission;
import org.kontor.lifecycle.DuplicateSearches;

/** How many groups of duplicates wait for somebody to look, for the navigation. */
@Named("duplicatesNav")
@RequestScoped
public class DuplicatesNav {

    private static final int MOST = 99;

    @Inject
    DuplicateSearches searches;

    @Inject
    ShellPage shell;

    private int waiting = -1;

    /** How many wait, as text; empty for none. */
    public String getCount() {
        if (waiting < 0) {
            waiting = shell.may(Permission.FIND_DUPLICATE.wireName())
                    ? shell.ask(() -> searches.waiting(MOST + 1)).orElse(0)
                    : 0;
        }
        return waiting == 0 ? "" : waiting > MOST ? MOST + "+" : Integer.toString(waiting);
    }
}
