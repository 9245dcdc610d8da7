package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.access.Permission;
import org.kontor.kiosk.KioskEntries;

/** How many entries of kiosks wait, for the navigation: a count stands there only where it asks for work. */
@Named("kioskNav")
@RequestScoped
public class KioskNav {

    private static final int MOST = 99;

    @Inject
    KioskEntries entries;

    @Inject
    ShellPage shell;

    private int waiting = -1;

    /** How many wait, as text; empty for none. */
    public String getCount() {
        if (waiting < 0) {
            waiting = shell.may(Permission.READ_CUSTOMER.wireName())
                    ? shell.ask(() -> entries.waitingCount(MOST + 1)).orElse(0)
                    : 0;
        }
        return waiting == 0 ? "" : waiting > MOST ? MOST + "+" : Integer.toString(waiting);
    }
}
