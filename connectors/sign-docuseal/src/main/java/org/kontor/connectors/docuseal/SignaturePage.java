package org.kontor.connectors.docuseal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kontor.spi.SignatureService.Signer;

/**
 * A page for the signatures, which goes behind the document. Where they may stand in the document nobody knows, and on a page of
 * its own a signature covers nothing. The page names the document by title and checksum, so that it belongs to no other.
 *
 * <p>Places are told by DocuSeal's text tags, such as <code>{{Signature 1;role=Signer 1;type=signature}}</code>, which DocuSeal
 * takes out when it makes fields of them.
 */
final class SignaturePage {

    /** How many signers have room on the page. */
    static final int MOST_SIGNERS = 10;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LEFT = 50;
    private static final int TOP = 790;
    private static final int LINE = 17;
    private static final int ROOM_FOR_A_SIGNER = 66;
    private static final int LONGEST_LINE = 80;

    private SignaturePage() {}

    /** What DocuSeal calls the signer with this number; the first is 1. */
    static String role(int number) {
        return "Signer " + number;
    }

    /**
     * The page as a PDF.
     *
     * @param checksum of the document, SHA-256 in hexadecimal
     * @param signers up to {@link #MOST_SIGNERS}
     */
    static byte[] of(String title, String checksum, List<Signer> signers) {
        ByteArrayOutputStream marks = new ByteArrayOutputStream();
        int y = TOP;
        for (String line : lines(shown(title, "Document"))) {
            write(marks, 12, LEFT, y, line);
            y -= LINE;
        }
        write(marks, 8, LEFT, y, "SHA-256 " + checksum);
        y -= 2 * LINE;
        int number = 0;
        for (Signer signer : signers) {
            number++;
            String whom = ";role=" + role(number) + ";type=";
            write(marks, 10, LEFT, y, shown(signer.name(), role(number)) + ", " + shown(signer.email(), ""));
            write(marks, 6, LEFT, y - 12, "{{Signature " + number + whom + "signature;width=220;height=38}}");
            write(marks, 6, 330, y - 12, "{{Date " + number + whom + "datenow;width=120;height=16}}");
            y -= ROOM_FOR_A_SIGNER;
        }
        return file(marks.toByteArray());
    }

    /** Without braces, which would begin a tag; another text where the font lacks letters. */
    private static String shown(String text, String otherwise) {
        String plain = text.replace('{', '(').replace('}', ')').replaceAll("\\p{Cntrl}", " ");
        return WINDOWS.newEncoder().canEncode(plain) ? plain : otherwise;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        String left = text;
        while (left.length() > LONGEST_LINE) {
            int blank = left.lastIndexOf(' ', LONGEST_LINE);
            int end = blank > 0 ? blank : LONGEST_LINE;
            lines.add(left.substring(0, end));
            left = left.substring(end).strip();
        }
        lines.add(left);
        return lines;
    }

    private static void write(ByteArrayOutputStream marks, int size, int x, int y, String text) {
        String escaped = text.replaceAll("([\\\\()])", "\\\\$1");
        marks.writeBytes(String.format(Locale.ROOT, "BT /F1 %d Tf %d %d Td (%s) Tj ET%n", size, x, y, escaped)
                .getBytes(WINDOWS));
    }

    private static byte[] file(byte[] marks) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        List<Integer> places = new ArrayList<>();
        for (String object : List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")) {
            places.add(file.size());
            file.writeBytes((places.size() + " 0 obj\n" + object + "\nendobj\n").getBytes(StandardCharsets.US_ASCII));
        }
        places.add(file.size());
        file.writeBytes(("5 0 obj\n<</Length " + marks.length + ">>\nstream\n").getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(marks);
        file.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int place : places) {
            // Twenty bytes each on every machine.
            end.append(String.format(Locale.ROOT, "%010d", place)).append(" 00000 n \n");
        }
        end.append("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
        file.writeBytes(end.toString().getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }
}
