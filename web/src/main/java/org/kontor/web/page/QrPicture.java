package org.kontor.web.page;

import io.nayuki.qrcodegen.QrCode;
import java.io.Serializable;

/**
 * A QR code as it is drawn.
 *
 * @param size length of its sides in squares, with the white border of four squares that readers need
 * @param path the dark squares as path of an SVG
 */
record QrPicture(int size, String path) implements Serializable {

    private static final int BORDER = 4;

    /** The code that holds this text. */
    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * BORDER, path.toString());
    }
}
