package org.kontor.access;

/** What somebody sees first after signing in. */
public enum StartPage {
    CUSTOMERS(Permission.READ_CUSTOMER),
    DASHBOARD(Permission.READ_RECEIVABLE),
    AGING(Permission.READ_RECEIVABLE),
    KIOSK_ENTRIES(Permission.READ_CUSTOMER),
    IMPORTS(Permission.IMPORT_CUSTOMER);

    private final Permission permission;

    StartPage(Permission permission) {
        this.permission = permission;
    }

    /** What it takes to open it. */
    public Permission permission() {
        return permission;
    }
}
