package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerQuery;
import org.kontor.customer.Customers;
import org.kontor.importing.DemoData;

/** What a Kontor without any customer offers, on whichever page somebody begins. */
@Named("startBox")
@RequestScoped
public class StartBox {

    @Inject
    Customers customers;

    @Inject
    DemoData demoData;

    @Inject
    ShellPage shell;

    @Inject
    Notices notices;

    /** Whether there is no customer at all, closed and archived ones included. */
    public boolean isEmpty() {
        CustomerQuery all = CustomerQuery.all();
        return customers.count(
                        new CustomerQuery(
                                "",
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                all.sort(),
                                all.descending()),
                        1)
                == 0;
    }

    /** Whether demo data are offered: to whoever may import, as long as they would stand alone. */
    public boolean isDemoOffered() {
        return shell.may(Permission.IMPORT_CUSTOMER.wireName())
                && shell.may(Permission.READ_CUSTOMER.wireName())
                && isEmpty();
    }

    /** Loads customers to look around with; their import is shown. */
    public void loadDemo() {
        notices.go("/import.xhtml?id=" + demoData.load().id());
    }
}
