/**
 * What goes wrong, as HTTP tells it: problem answers (RFC 9457) and the id of the request by which the log is found.
 *
 * <p>Decided here: which status a kind of refusal has, and that an answer shows nothing of the inside. Features must not enter.
 */
@NullMarked
package org.kontor.web.problem;

import org.jspecify.annotations.NullMarked;
