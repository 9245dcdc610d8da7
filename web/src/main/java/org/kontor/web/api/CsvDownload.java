package org.kontor.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers that are files of rows. */
final class CsvDownload {

    private CsvDownload() {}

    /** A file with a header row, written as it is sent. */
    static Response of(String name, StreamingOutput body) {
        return Response.ok(body, "text/csv; charset=UTF-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
