package org.kontor.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

    private static final Path PROJECT = Path.of("../..");

    @Test
    void theTableIsAsTheTestsAre() throws IOException {
        assertEquals(
                FeatureTable.of(PROJECT),
                Files.readString(FeatureTable.table(PROJECT)),
                "Run: java ear/tests/src/test/java/org/kontor/features/FeatureTable.java");
    }

    @Test
    void noTestNamesARowThatThereIsNot() throws IOException {
        assertEquals(Set.of(), FeatureTable.unknown(PROJECT));
    }
}
