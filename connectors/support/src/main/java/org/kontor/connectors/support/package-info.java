/**
 * What most connectors need, so that writing one is mostly a declaration: a resource adapter that registers a connector,
 * and a table format that is declared column by column.
 *
 * <p>A connector may do without this package; Kontor sees the SPI alone. What enters here must serve any connector, needs
 * {@code java.*} and Jakarta alone, and knows neither a file's bytes nor a database.
 */
@NullMarked
package org.kontor.connectors.support;

import org.jspecify.annotations.NullMarked;
