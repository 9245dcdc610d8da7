package org.kontor.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.AppException;

/**
 * A sheet as comma separated text in UTF-8, one row in memory at a time. A formula is the value that the spreadsheet program
 * computed last; nothing is computed here. Dates are in ISO form.
 */
final class SheetText extends InputStream {

    private final Workbook workbook;
    private final InputStream part;
    private final XMLStreamReader xml;
    private byte[] row = new byte[0];
    private int position;
    private int width;
    private boolean ended;

    SheetText(Workbook workbook) throws IOException {
        this.workbook = workbook;
        part = workbook.openSheet();
        try {
            xml = Workbook.reader(part);
        } catch (XMLStreamException e) {
            part.close();
            throw Unpacking.damaged();
        }
    }

    @Override
    public int read() {
        return fill() ? row[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, row.length - position);
        System.arraycopy(row, position, target, offset, taken);
        position += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        part.close();
    }

    private boolean fill() {
        try {
            while (position == row.length && !ended) {
                ended = !nextRow();
            }
            return position < row.length;
        } catch (XMLStreamException e) {
            throw Unpacking.damaged();
        }
    }

    private boolean nextRow() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                List<String> cells = cells();
                if (!cells.isEmpty()) {
                    write(cells);
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int length = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                while (cells.size() <= column) {
                    cells.add("");
                }
                String value = value();
                cells.set(column, value);
                length += value.length();
                if (length > DelimitedText.MAX_CELL) {
                    throw AppException.invalid(
                            "file",
                            "CELL_TOO_LONG",
                            "Shorten the longest cells of the sheet: a row has more than a million characters.");
                }
            }
        }
        return cells;
    }

    /** The column of a cell, from its name such as {@code AB12}; without a name it is the one behind the last. */
    private static int column(@Nullable String name, int next) {
        int column = 0;
        int letters = 0;
        while (name != null && letters < name.length() && name.charAt(letters) >= 'A' && name.charAt(letters) <= 'Z') {
            column = column * 26 + name.charAt(letters) - 'A' + 1;
            letters++;
            if (column > DelimitedText.MAX_CELLS) {
                throw tooWide();
            }
        }
        int index = letters == 0 ? next : column - 1;
        if (index >= DelimitedText.MAX_CELLS) {
            throw tooWide();
        }
        return index;
    }

    private static AppException tooWide() {
        return AppException.invalid(
                "file",
                "SHEET_TOO_WIDE",
                "Keep the columns of customers alone: the sheet has more than " + DelimitedText.MAX_CELLS
                        + " columns.");
    }

    /** The value of the cell that has just begun, read to its end. */
    private String value() throws XMLStreamException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        int style = number(xml.getAttributeValue(null, "s"));
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inValue = xml.getLocalName().equals("v");
                if (xml.getLocalName().equals("is")) {
                    value.append(Workbook.richText(xml, "is"));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inValue = false;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            } else if (inValue && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                Workbook.append(value, xml);
            }
        }
        String text = value.toString();
        if (text.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> workbook.text(number(text.strip()));
            case "b" -> text.strip().equals("1") ? "TRUE" : "FALSE";
            case "str", "inlineStr", "e", "d" -> text;
            default -> workbook.style(style).text(text, workbook.from1904());
        };
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Rows of a sheet end with their last cell; those of the text are as wide as the widest before, which the header is. */
    private void write(List<String> cells) {
        width = Math.max(width, cells.size());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < width; i++) {
            String cell = i < cells.size() ? cells.get(i) : "";
            text.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        row = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        position = 0;
    }
}
