package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.shared.AppException;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;

/** Asks the registered formats which of them a header belongs to. */
@ApplicationScoped
public class FormatChoice {

    @Inject
    ConnectorRegistry registry;

    /** All formats that are registered now, by name. */
    List<Provided<ImportFormat>> all() {
        return registry.capabilities(ImportFormat.class).stream()
                .sorted(Comparator.comparing(p -> p.capability().name()))
                .toList();
    }

    /** The format with this id. */
    Optional<Provided<ImportFormat>> byId(String id) {
        return registry.capability(ImportFormat.class, id);
    }

    /**
     * The format with this id, which the user named.
     *
     * @throws AppException when there is none
     */
    ImportFormat named(String id) {
        return byId(id).map(Provided::capability)
                .orElseThrow(() -> AppException.invalid(
                        "format",
                        "FORMAT_UNKNOWN",
                        "Install the connector that brings this import format, or choose one that is installed: "
                                + String.join(
                                        ", ",
                                        all().stream()
                                                .map(p -> p.capability().id())
                                                .toList()) + "."));
    }

    /** Every format that knows something of the header, best first. */
    List<Scored> score(List<String> header) {
        return all().stream()
                .map(p -> new Scored(p.capability(), match(p.capability(), header)))
                .filter(s -> s.match().score() > 0)
                .sorted(Comparator.comparing((Scored s) -> s.match().score())
                        .reversed()
                        .thenComparing(s -> s.format().id()))
                .toList();
    }

    /** How well one format knows the header; a format that throws knows nothing of it. */
    static HeaderMatch match(ImportFormat format, List<String> header) {
        try {
            return format.match(header);
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(FormatChoice.class.getName())
                    .log(System.Logger.Level.WARNING, "Import format " + format.id() + " fails on a header", e);
            return HeaderMatch.none();
        }
    }

    /** A format and what it says of a header. */
    record Scored(ImportFormat format, HeaderMatch match) {}
}
