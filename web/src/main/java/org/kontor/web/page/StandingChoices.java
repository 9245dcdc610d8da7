package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.cadence.CadenceView;
import org.kontor.cadence.Cadences;
import org.kontor.customer.CustomerQuery.Lack;
import org.kontor.customer.CustomerQuery.Portal;
import org.kontor.shared.EscapedList;

/** What the customer list can be narrowed to by how customers stand, as far as the reader may know it. */
@Named("standingChoices")
@RequestScoped
public class StandingChoices {

    @Inject
    ShellPage shell;

    @Inject
    Cadences cadences;

    /** How customers may stand with the portal. */
    public Portal[] getPortal() {
        return Portal.values();
    }

    /** What customers may lack. */
    public List<Lack> getLacks() {
        return Arrays.stream(Lack.values())
                .filter(lack -> lack != Lack.CADENCE || shell.may(Permission.READ_CADENCE.wireName()))
                .toList();
    }

    /** Names of cadences, as they are typed. */
    public List<String> getCadences() {
        return shell.may(Permission.READ_CADENCE.wireName())
                ? cadences.list().stream()
                        .map(CadenceView::name)
                        .map(this::typed)
                        .toList()
                : List.of();
    }

    /** A name as it is typed among others with commas. */
    public String typed(String name) {
        return EscapedList.escape(name, ',');
    }
}
