package org.kontor.connectors.docuseal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kontor.spi.SignatureService.Signer;

/** The page for signatures is a PDF that a reader of PDFs reads. */
class SignaturePageTest {

    private static final String CHECKSUM = "ab".repeat(32);

    @Test
    void itNamesTheDocumentAndHasAPlaceForEachSigner() throws IOException {
        String text = text(SignaturePage.of(
                "Lease \\ (flat)",
                CHECKSUM,
                List.of(
                        new Signer("J\u00fcrgen Gro\u00df", "j@gross.example"),
                        new Signer("Wanda", "w@rook.example"))));
        assertTrue(text.contains("Lease \\ (flat)"), text);
        assertTrue(text.contains("SHA-256 " + CHECKSUM), text);
        assertTrue(text.contains("J\u00fcrgen Gro\u00df, j@gross.example"), text);
        assertTrue(text.contains("{{Signature 1;role=Signer 1;type=signature;width=220;height=38}}"), text);
        assertTrue(text.contains("{{Date 2;role=Signer 2;type=datenow;width=120;height=16}}"), text);
    }

    @Test
    void namesMakeNoFieldsAndOtherLettersAreLeftToDocuseal() throws IOException {
        String text = text(SignaturePage.of(
                "{{Rent;type=number}}",
                CHECKSUM,
                List.of(new Signer("\u0410\u043d\u043d\u0430", "anna@rook.example"))));
        assertTrue(text.contains("((Rent;type=number))"), text);
        assertTrue(text.contains("Signer 1, anna@rook.example"), text);
        assertEquals(3, text.split("\\{\\{", -1).length, text);
    }

    @Test
    void theLongestTitleAndAllSignersFitOnThePage() throws IOException {
        byte[] page = SignaturePage.of(
                "A long title ".repeat(15),
                CHECKSUM,
                Collections.nCopies(SignaturePage.MOST_SIGNERS, new Signer("Wanda", "w@rook.example")));
        assertTrue(text(page).contains("{{Date 10;"));
        String marks = new String(page, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(marks.contains(" Td ()"), "an empty line");
        List<Integer> heights = java.util.regex.Pattern.compile("Tf [0-9]+ (-?[0-9]+) Td")
                .matcher(marks)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        assertTrue(Collections.min(heights) > 38, () -> "no room for the last signature: " + heights);
    }

    private static String text(byte[] page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page)) {
            assertEquals(1, document.getNumberOfPages());
            return new PDFTextStripper().getText(document);
        }
    }
}
