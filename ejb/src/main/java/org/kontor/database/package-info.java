/**
 * The one database: where it is, and that its schema is the one this version was built for before anything else starts.
 *
 * <p>Decided here: the data source is configuration ({@code kontor.db.url}, {@code kontor.db.user},
 * {@code kontor.db.password}); migrations are plain SQL in {@code db/migration}, never edited once released; a schema that
 * is newer or damaged stops the start with one line. Whatever starts early says
 * {@code @DependsOn("SchemaMigrator")}.
 */
@NullMarked
package org.kontor.database;

import org.jspecify.annotations.NullMarked;
