package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.access.StartPage;

/** Leads from the root to the page that the reader wants to see first. */
@Named("homePage")
@RequestScoped
public class HomePage {

    @Inject
    ShellPage shell;

    @Inject
    Notices notices;

    /** Goes to the chosen page; to another one when a permission for it was taken away. */
    public void go() {
        notices.go(Stream.concat(Stream.of(shell.preferences().startPage()), Arrays.stream(StartPage.values()))
                .filter(this::opens)
                .findFirst()
                .map(HomePage::address)
                .orElse("/preferences.xhtml"));
    }

    /** Pages to choose from. */
    List<StartPage> offered() {
        return Arrays.stream(StartPage.values()).filter(this::opens).toList();
    }

    private boolean opens(StartPage page) {
        return shell.may(page.permission().wireName());
    }

    private static String address(StartPage page) {
        return switch (page) {
            case CUSTOMERS -> "/customers.xhtml";
            case DASHBOARD -> "/dashboard.xhtml";
            case AGING -> "/aging.xhtml";
            case KIOSK_ENTRIES -> "/kiosk-entries.xhtml";
            case IMPORTS -> "/imports.xhtml";
        };
    }
}
