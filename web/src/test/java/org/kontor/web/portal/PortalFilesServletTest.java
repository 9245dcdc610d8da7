package org.kontor.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;

class PortalFilesServletTest {

    /** Nobody is told to rename a file for something else. */
    @Test
    void aVisitorIsToldWhatToDo() {
        assertEquals("name", trouble("name", "TOO_LONG"));
        assertEquals("type", trouble("name", "TYPE_NOT_ALLOWED"));
        assertEquals("threat", trouble("file", "THREAT_FOUND"));
        assertEquals("many", trouble("file", "TOO_MANY"));
        assertEquals("again", trouble("file", "ANYTHING"));
        assertEquals("again", PortalFilesServlet.trouble(AppException.stale()));
    }

    private static String trouble(String field, String code) {
        return PortalFilesServlet.trouble(AppException.invalid(field, code, "Do something."));
    }
}
