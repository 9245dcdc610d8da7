/**
 * The OpenAPI document, made from what the server really does: from the signatures of the resources and from the shapes of the
 * records that are read and written.
 *
 * <p>Decided here: what the server's own scan finds is replaced, since it does not understand records, bean parameters and what
 * {@link org.kontor.web.api.Created} and its like add. Version 3.0, which more tools understand. Nothing is described here that
 * is not derived; words come from {@code @Operation} and {@code @Tag}.
 */
@NullMarked
package org.kontor.web.openapi;

import org.jspecify.annotations.NullMarked;
