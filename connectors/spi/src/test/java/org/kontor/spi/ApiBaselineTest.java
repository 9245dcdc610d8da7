package org.kontor.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Connectors that were compiled against the last release work with what is built here. */
public class ApiBaselineTest {

    @Test
    void connectorsOfTheLastReleaseStillWork() throws IOException {
        assertEquals(
                List.of(),
                ApiBaseline.breaks(ApiBaseline.released(), ApiBaseline.now()),
                () ->
                        "Connectors that were compiled against the last release would break. Leave what they use, and give new"
                                + " methods of interfaces a default. If it must be, raise the major version of Connector.SPI_VERSION"
                                + " and record the list anew: connectors/README.md, section 7");
    }

    @Test
    void whatIsGoneIsFound() {
        Set<String> fewer = now();
        fewer.remove("org.kontor.spi.Connector abstract java.lang.String name()");
        assertEquals(
                List.of("Gone or changed: org.kontor.spi.Connector abstract java.lang.String name()"),
                ApiBaseline.breaks(now(), fewer));
    }

    @Test
    void anotherReturnTypeIsFound() {
        Set<String> changed = now();
        changed.remove("org.kontor.spi.ProfileWatch abstract int most()");
        changed.add("org.kontor.spi.ProfileWatch abstract long most()");
        assertEquals(
                List.of(
                        "Gone or changed: org.kontor.spi.ProfileWatch abstract int most()",
                        "New, and must be implemented: org.kontor.spi.ProfileWatch abstract long most()"),
                ApiBaseline.breaks(now(), changed));
    }

    @Test
    void aNewMethodMustHaveADefault() {
        Set<String> more = now();
        more.add("org.kontor.spi.Connector default int more()");
        more.add("org.kontor.spi.New is interface");
        more.add("org.kontor.spi.New abstract int more()");
        assertEquals(List.of(), ApiBaseline.breaks(now(), more));
        more.add("org.kontor.spi.Connector abstract int muchMore()");
        assertEquals(
                List.of("New, and must be implemented: org.kontor.spi.Connector abstract int muchMore()"),
                ApiBaseline.breaks(now(), more));
    }

    @Test
    void aDefaultMayBeGivenAndNotBeTaken() {
        String abstractly = "org.kontor.spi.Connector abstract java.lang.String name()";
        String byDefault = "org.kontor.spi.Connector default java.lang.String name()";
        Set<String> given = now();
        given.remove(abstractly);
        given.add(byDefault);
        assertEquals(List.of(), ApiBaseline.breaks(now(), given));
        assertEquals(List.of("Was there and must be implemented now: " + byDefault), ApiBaseline.breaks(given, now()));
    }

    @Test
    void anotherComponentOfARecordIsAnotherConstructor() {
        assertEquals(
                List.of(
                        "Gone or changed: " + Old.class.getName() + " method java.lang.String name()",
                        "Gone or changed: " + Old.class.getName() + " new(java.lang.String)"),
                ApiBaseline.breaks(
                        ApiBaseline.of(List.of(Old.class)),
                        rename(ApiBaseline.of(List.of(New.class)), New.class, Old.class)));
    }

    private static Set<String> now() {
        try {
            return ApiBaseline.now();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> rename(Set<String> lines, Class<?> from, Class<?> to) {
        Set<String> renamed = new TreeSet<>();
        lines.forEach(line -> renamed.add(line.replace(from.getName(), to.getName())));
        return renamed;
    }

    /** A record as it was. */
    public record Old(String name) {}

    /** The same afterwards. */
    public record New(String title, int number) {}
}
