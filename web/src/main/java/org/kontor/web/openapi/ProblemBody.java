package org.kontor.web.openapi;

import java.util.List;
import org.kontor.shared.FieldError;

/**
 * The body of an error answer, as documented.
 *
 * @param type a URN of the code
 * @param title the status in words
 * @param status HTTP status
 * @param detail what to do, in the user's words
 * @param code stable code in upper snake case
 * @param errors the fields concerned
 * @param requestId under which the log has the request
 */
record ProblemBody(
        String type, String title, int status, String detail, String code, List<FieldError> errors, String requestId) {}
