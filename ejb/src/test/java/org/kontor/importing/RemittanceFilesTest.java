package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kontor.receivable.RemittanceLine;
import org.kontor.shared.AppException;

/** Remittance advices come as any file does. */
class RemittanceFilesTest {

    private final RemittanceFiles files = new RemittanceFiles();

    @Test
    void columnsAndDelimiterAreFoundBelowATitle() {
        RemittanceFile file = read(
                "Advice of 21 November\n\nInvoice No;Text;Amount paid\nRE-1;x;1.234,50\nRE-2;y;\n;Total;1.234,50\n",
                "",
                "");

        assertEquals("Invoice No Amount paid", file.numberColumn() + " " + file.amountColumn());
        assertEquals(
                "[RE-1=1234.50, RE-2=, =1234.50]",
                file.lines().stream()
                        .map(line -> line.number() + "=" + text(line))
                        .toList()
                        .toString());
    }

    @Test
    void otherColumnsAreNamedAndOtherCharsetsRead() {
        byte[] bytes = "Beleg,F\u00e4llig,Zahlung\nRE-1,heute,5.00\n".getBytes(Charset.forName("windows-1252"));
        RemittanceFile file =
                files.read("a.csv", new ByteArrayInputStream(bytes), ImportReading.FOUND, "beleg", "Zahlung");
        assertEquals("RE-1", file.lines().get(0).number());
        AppException unknown = assertThrows(AppException.class, () -> read("A,B\n1,2\n", "", ""));
        assertEquals("numberColumn", unknown.errors().get(0).field());
        assertTrue(unknown.errors().get(0).message().contains("A, B"));
    }

    @Test
    void anAmountThatCannotBeReadNamesItsRow() {
        AppException wrong =
                assertThrows(AppException.class, () -> read("Invoice,Amount\nRE-1,5.00\nRE-2,five\n", "", ""));
        assertTrue(
                wrong.errors().get(0).message().startsWith("Row 2 (line 3)"),
                wrong.errors().get(0).message());
        assertThrows(AppException.class, () -> read("", "", ""));
    }

    private static String text(RemittanceLine line) {
        return line.amount().map(Object::toString).orElse("");
    }

    private RemittanceFile read(String text, String number, String amount) {
        return files.read(
                "a.csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                ImportReading.FOUND,
                number,
                amount);
    }
}
