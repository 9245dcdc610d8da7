/**
 * What a company makes its own: system tables, company settings, company entities.
 *
 * <p>Decided here: a setting and a system table is a constant of {@link org.kontor.settings.CompanySetting} or
 * {@link org.kontor.settings.SystemTable}; the feature that needs one adds it there and reads it through
 * {@link org.kontor.settings.CurrentSettings} or {@link org.kontor.settings.SystemTableLookup}. Nothing is remembered between
 * transactions, since several nodes share the database. Must not enter: what a setting does.
 */
@NullMarked
package org.kontor.settings;

import org.jspecify.annotations.NullMarked;
