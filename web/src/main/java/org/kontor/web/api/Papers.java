package org.kontor.web.api;

import jakarta.ws.rs.core.Response;
import org.kontor.document.Paper;

/** Answers with a file that Kontor made. */
final class Papers {

    private Papers() {}

    /** The file as a download under its name. */
    static Response download(Paper paper) {
        return Response.ok(paper.bytes(), paper.type())
                .header("Content-Disposition", "attachment; filename=\"" + paper.name() + "\"")
                .build();
    }
}
