/**
 * What is counted of requests, for MicroProfile Metrics at {@code /metrics}.
 *
 * <p>Decided here: a request is counted under the template of its address ({@code /customers/{id}}), never under the address
 * itself: ids and what people searched for do not belong into metrics, and would make them endless.
 */
@NullMarked
package org.kontor.web.metrics;

import org.jspecify.annotations.NullMarked;
