package org.kontor.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * Makes pages into PDF/A-3a that is PDF/UA too: tagged, with its fonts inside. Nothing is fetched, whatever the page names: pictures
 * stand in it.
 */
final class PdfRenderer {

    private static final String FAMILY = "Liberation Sans";
    private static final byte[] REGULAR = Resources.bytes("LiberationSans-Regular.ttf");
    private static final byte[] BOLD = Resources.bytes("LiberationSans-Bold.ttf");
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfRenderer() {}

    /** The page as PDF; an invoice for machines is put inside when it is given (Factur-X, profile EN 16931). */
    static byte[] render(Document page, PdfFacts facts, Optional<byte[]> invoice) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .useReplacementText("?")
                .withProducer(PdfPacket.PRODUCER)
                .useFont(() -> new ByteArrayInputStream(REGULAR), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(BOLD), FAMILY, 700, FontStyle.NORMAL, true)
                .withW3cDocument(page, "");
        for (ExternalResourceControlPriority each : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> inside(uri), each);
        }
        builder.useUriResolver((base, uri) -> inside(uri) ? uri : null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument pdf = renderer.getPdfDocument()) {
                PdfPacket.describe(pdf, facts, invoice);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                pdf.save(out);
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A document could not be made", e);
        }
    }

    private static boolean inside(String uri) {
        return uri.startsWith("data:image/png;") || uri.startsWith("data:image/jpeg;");
    }
}
