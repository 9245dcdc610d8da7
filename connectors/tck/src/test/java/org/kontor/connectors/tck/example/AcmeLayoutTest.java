package org.kontor.connectors.tck.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.CustomerProfile.ExternalId;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowResult;

class AcmeLayoutTest implements ImportFormatContract {

    private static final List<String> HEADER = List.of("Client No.", "Surname", "Born");

    @Override
    public ImportFormat testee() {
        return AcmeLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of("Client No.", "4711", "Surname", "Rook", "Mail", "wanda@rook.example", "Born", "9.3.1971");
    }

    @Test
    void aDateIsReadAsAcmeWritesIt() {
        RowResult result = testee().mapper(HEADER).map(List.of("4711", "Rook", "9.3.1971"));
        assertEquals(
                Optional.of(LocalDate.of(1971, 3, 9)),
                result.profile().orElseThrow().birthdate());
        assertEquals(
                List.of(new ExternalId("acme", "client", "4711")),
                result.profile().orElseThrow().externalIds());
    }

    @Test
    void aProvisionalNumberIsRefused() {
        RowResult result = testee().mapper(HEADER).map(List.of("X1", "Rook", ""));
        assertEquals("CLIENT_NUMBER_PROVISIONAL", result.problems().get(0).code());
    }
}
