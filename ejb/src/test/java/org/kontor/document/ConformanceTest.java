package org.kontor.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Papers keep what they say of themselves: PDF/A-3a for the archive, PDF/UA for those who listen. veraPDF judges. */
@OnPostgres
class ConformanceTest {

    private final TestKontor kontor = new TestKontor();
    private final DocumentDesk desk = new DocumentDesk(kontor);

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S4-16, S4-24. */
    @Test
    void everyPaperIsForTheArchiveAndForThoseWhoListen() throws Exception {
        desk.letterhead(DocumentDesk.GERMAN);
        VeraGreenfieldFoundryProvider.initialise();
        Templates templates = kontor.get(Templates.class);
        for (TemplateView each : desk.does(templates::list)) {
            Paper paper = desk.does(() -> templates.preview(each.id(), each.toDraft()));
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
                assertEquals(List.of(), problems(paper, flavour), each.id() + " " + flavour);
            }
        }
    }

    /** the paper that tells of an erasure is one of them. */
    @Test
    void aSheetOfFactsIsOneOfThem() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Paper paper = new FactSheet(
                        "Certificate",
                        "What was erased.",
                        Locale.ENGLISH,
                        Instant.EPOCH,
                        7,
                        List.of(new FactSheet.Section("Counts", List.of(new FactSheet.Fact("Notes", "3")))))
                .pdf("sheet", "Kontor");
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            assertEquals(List.of(), problems(paper, flavour), flavour.toString());
        }
    }

    /** The judge finds something where there is something. */
    @Test
    void aPaperThatIsNeitherIsFound() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new PDPage());
            plain.save(out);
        }
        Paper paper = Paper.of("plain", ".pdf", Paper.PDF, out.toByteArray());
        assertFalse(problems(paper, PDFAFlavour.PDFA_3_A).isEmpty());
        assertFalse(problems(paper, PDFAFlavour.PDFUA_1).isEmpty());
    }

    private static List<String> problems(Paper paper, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(paper.bytes()), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(each -> each.getRuleId().getClause() + " " + each.getMessage() + " " + each.getLocation())
                    .distinct()
                    .limit(10)
                    .toList();
        }
    }
}
