package org.kontor.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Writes into a PDF what it is, and the invoice for machines that lies in it. */
final class PdfPacket {

    static final String PRODUCER = "Kontor";

    private static final String FILE = "factur-x.xml";

    private static final Template PACKET = Mustache.compiler().escapeHTML(true).compile(Resources.text("packet.xmp"));

    private PdfPacket() {}

    /** Describes a PDF, and puts the invoice inside when there is one. */
    static void describe(PDDocument pdf, PdfFacts facts, Optional<byte[]> invoice) throws IOException {
        GregorianCalendar made = GregorianCalendar.from(facts.made().atZone(ZoneOffset.UTC));
        PDDocumentInformation info = new PDDocumentInformation();
        info.setTitle(facts.title());
        info.setAuthor(facts.author());
        info.setCreator(PRODUCER);
        info.setProducer(PRODUCER);
        info.setCreationDate(made);
        info.setModificationDate(made);
        pdf.setDocumentInformation(info);
        pdf.setDocumentId(facts.id());
        pdf.getDocumentCatalog().setLanguage(facts.locale().toLanguageTag());
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(packet(facts, invoice.isPresent()));
        pdf.getDocumentCatalog().setMetadata(metadata);
        if (invoice.isPresent()) {
            embed(pdf, invoice.get(), made);
        }
    }

    private static byte[] packet(PdfFacts facts, boolean invoice) {
        return PACKET.execute(Map.of(
                        "title", facts.title(),
                        "author", facts.author(),
                        "language", facts.locale().toLanguageTag(),
                        "made", facts.made().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "producer", PRODUCER,
                        "invoice", invoice))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void embed(PDDocument pdf, byte[] invoice, Calendar made) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(invoice), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(invoice.length);
        file.setCreationDate(made);
        file.setModDate(made);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(FILE);
        specification.setFileUnicode(FILE);
        specification.setFileDescription("Factur-X invoice");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Alternative");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(FILE, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification.getCOSObject());
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }
}
