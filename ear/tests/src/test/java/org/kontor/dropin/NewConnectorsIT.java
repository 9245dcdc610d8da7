package org.kontor.dropin;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;

/** Connectors that are made outside of this project: built once, and dropped beside one Kontor. */
class NewConnectorsIT {

    private static KontorServer kontor;

    @BeforeAll
    static void start() throws IOException {
        NewConnectors.projects(ArchetypeCase.CLASSES.keySet());
        kontor = KontorServer.start(Map.of());
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    static KontorServer kontor() {
        return kontor;
    }

    @Nested
    class FromTheArchetype extends ArchetypeCase {}

    @Nested
    class PutBeside extends DropInCase {}

    @Nested
    @BrowserTest
    class Pulled extends PulledCase {}
}
