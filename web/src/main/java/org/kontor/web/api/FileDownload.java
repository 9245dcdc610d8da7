package org.kontor.web.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.kontor.note.AttachmentContent;

/** Answers with a file that somebody uploaded. */
public final class FileDownload {

    private FileDownload() {}

    /** Always a download of no particular type: a browser is given nothing to show, and nothing to guess. */
    static Response of(AttachmentContent content) {
        StreamingOutput body = content::writeTo;
        return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", disposition(content.view().name()))
                .header("Content-Length", content.view().size())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Repr-Digest", "sha-256=:" + base64(content.view().sha256()) + ":")
                .build();
    }

    /** A name in plain letters for old clients, and the name itself for all others (RFC 6266). */
    public static String disposition(String name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder exact = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
            plain.append(letter ? c : '_');
            exact.append(letter ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
