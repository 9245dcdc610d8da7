package org.kontor.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kontor.shared.AppException;

/**
 * What the cells of a workbook ({@code .xlsx}) refer to: its first visible sheet, its texts, its number formats. Read with
 * the StAX of the JDK, without document types and external entities, in bounded memory.
 */
final class Workbook {

    /** The part that makes an archive a workbook. */
    static final String PART = "xl/workbook.xml";

    /** Most characters of texts that are shared by cells; they stay in memory while the sheet is read. */
    private static final int MAX_SHARED = 48 << 20;

    private static final int MAX_SHARED_TEXTS = 2_000_000;
    private static final int MAX_STYLES = 100_000;
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final boolean from1904;
    private final List<String> texts;
    private final List<NumberStyle> styles;
    private final String sheet;

    Workbook(ZipFile zip) throws IOException {
        this.zip = zip;
        List<String> sheets = new ArrayList<>();
        boolean[] dates = new boolean[1];
        read(PART, (name, xml) -> {
            if (name.equals("sheet")
                    && !"hidden".equals(xml.getAttributeValue(null, "state"))
                    && !"veryHidden".equals(xml.getAttributeValue(null, "state"))) {
                attributeEnding(xml, "id").ifPresent(sheets::add);
            } else if (name.equals("workbookPr")) {
                String value = String.valueOf(xml.getAttributeValue(null, "date1904"));
                dates[0] = value.equals("1") || value.equals("true");
            }
        });
        Map<String, String> targets = new HashMap<>();
        read("xl/_rels/workbook.xml.rels", (name, xml) -> {
            String id = xml.getAttributeValue(null, "Id");
            String target = xml.getAttributeValue(null, "Target");
            if (id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        from1904 = dates[0];
        sheet = sheets.stream().findFirst().map(targets::get).orElseThrow(Unpacking::damaged);
        styles = readStyles();
        texts = readTexts();
    }

    /** Whether days are counted from 1904. */
    boolean from1904() {
        return from1904;
    }

    /** A text that cells share. */
    String text(int index) {
        if (index < 0 || index >= texts.size()) {
            throw Unpacking.damaged();
        }
        return texts.get(index);
    }

    /** How cells of a style show their number. */
    NumberStyle style(int index) {
        return index >= 0 && index < styles.size() ? styles.get(index) : NumberStyle.PLAIN;
    }

    /** The first sheet that is not hidden. */
    InputStream openSheet() throws IOException {
        return open(sheet).orElseThrow(Unpacking::damaged);
    }

    private Optional<InputStream> open(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        return entry == null ? Optional.empty() : Optional.of(Unpacking.entry(zip, entry));
    }

    private List<NumberStyle> readStyles() throws IOException {
        Map<String, String> codes = new HashMap<>();
        List<NumberStyle> found = new ArrayList<>();
        boolean[] inCells = new boolean[1];
        read("xl/styles.xml", (name, xml) -> {
            switch (name) {
                case "numFmt" ->
                    codes.put(
                            String.valueOf(xml.getAttributeValue(null, "numFmtId")),
                            String.valueOf(xml.getAttributeValue(null, "formatCode")));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0] && found.size() < MAX_STYLES) {
                        String id = String.valueOf(xml.getAttributeValue(null, "numFmtId"));
                        found.add(NumberStyle.of(id, codes.getOrDefault(id, "")));
                    }
                }
                default -> {
                    // Fonts, colours and borders say nothing of values.
                }
            }
        });
        return found;
    }

    private List<String> readTexts() throws IOException {
        List<String> found = new ArrayList<>();
        Optional<InputStream> part = open("xl/sharedStrings.xml");
        if (part.isEmpty()) {
            return found;
        }
        try (InputStream in = part.get()) {
            XMLStreamReader xml = reader(in);
            int length = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = richText(xml, "si");
                    length += text.length();
                    if (length > MAX_SHARED || found.size() >= MAX_SHARED_TEXTS) {
                        throw AppException.invalid(
                                "file",
                                "WORKBOOK_TOO_LARGE",
                                "Save the sheet as CSV and upload that: the workbook has more text than can be read at once.");
                    }
                    found.add(text);
                }
            }
            return found;
        } catch (XMLStreamException e) {
            throw Unpacking.damaged();
        }
    }

    /** The text in an element, put together of its runs, without hints on pronunciation. */
    static String richText(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = phonetic == 0 && xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = false;
                if (xml.getLocalName().equals(element)) {
                    return text.toString();
                }
            } else if (inText
                    && (event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)) {
                append(text, xml);
            }
        }
        return text.toString();
    }

    /** Adds characters up to the longest cell that a table may have. */
    static void append(StringBuilder text, XMLStreamReader xml) {
        if (text.length() + xml.getTextLength() > DelimitedText.MAX_CELL) {
            throw AppException.invalid(
                    "file",
                    "CELL_TOO_LONG",
                    "Shorten the longest cells of the sheet: one has more than a million characters.");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return XML.createXMLStreamReader(in);
    }

    private interface Element {
        void begins(String name, XMLStreamReader xml);
    }

    private void read(String part, Element element) throws IOException {
        Optional<InputStream> found = open(part);
        if (found.isEmpty()) {
            return;
        }
        try (InputStream in = found.get()) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.begins(xml.getLocalName(), xml);
                }
            }
        } catch (XMLStreamException e) {
            throw Unpacking.damaged();
        }
    }

    private static Optional<String> attributeEnding(XMLStreamReader xml, String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
