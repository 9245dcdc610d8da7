package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

/** The rules for import formats, and what this one does beyond them. */
class ${connectorName}LayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return ${connectorName}Layout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of("${connectorName} No.", "4711", "Last Name", "Rook", "E-mail", "wanda@rook.example", "Born", "9.3.1971");
    }

    @Test
    void aFileAs${connectorName}WritesItIsRead() {
        Fixture file = Fixture.of(
                testee(),
                ';',
                "${connectorName} No.;Surname;First Name;Visits\n" + "4711;Rook;Wanda;3\n" + "X1;Bird;Bo;0\n");
        assertEquals(2, file.size());
        assertEquals("firstName=Wanda, lastName=Rook, externalIds=${artifactId}:customer:4711", file.row(0));
        assertEquals("NUMBER_PROVISIONAL", file.row(1));
    }
}
