package org.kontor.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.OpenConnections.Enabled;

/**
 * A connection to an accounting system.
 *
 * @param connectionId the connection
 * @param name what people call it
 * @param connector id of its connector
 * @param entityId the company entity whose customers it knows; empty for all
 * @param systems names by which external ids may call it: its number, its name, and its connector where that has one connection alone
 */
public record Books(long connectionId, String name, String connector, Optional<Long> entityId, List<String> systems) {

    /** The one of these with this number; empty when it is not among them. */
    static Optional<Books> among(List<Enabled> enabled, long connectionId) {
        return enabled.stream()
                .filter(each -> each.id() == connectionId)
                .findFirst()
                .map(each -> of(each, enabled));
    }

    private static Books of(Enabled one, List<Enabled> all) {
        List<String> systems = new ArrayList<>(List.of(Long.toString(one.id()), one.name()));
        if (all.stream()
                        .filter(each -> each.connector().equals(one.connector()))
                        .count()
                == 1) {
            systems.add(one.connector());
        }
        return new Books(one.id(), one.name(), one.connector(), one.entityId(), List.copyOf(systems));
    }

    /** The name under which contacts of a customer there are known: each customer has ids of its own for them. */
    String contactSystem(String remoteId) {
        return connector + "/" + connectionId + "/" + remoteId;
    }
}
