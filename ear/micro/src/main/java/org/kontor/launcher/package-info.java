/**
 * Starts Kontor on Payara Micro, in one process, and stops it in order.
 *
 * <p>Decided here: where settings come from (system property, then environment, then {@code conf/kontor.properties}); that
 * a PostgreSQL is brought along when {@code kontor.db.url} names none; that whatever keeps Kontor from starting is one line
 * with its cure and an exit code of its own ({@link org.kontor.launcher.CannotStart}). Payara Micro runs inside this
 * process, so that one signal ends all of it and no orphan stays behind a crash except the database server, which the next
 * start recognises.
 *
 * <p>Must not enter: anything of the business. The application sees these classes on its parent loader, hence no library
 * is on the launcher's own class path except Payara Micro; what needs more ({@link org.kontor.launcher.EmbeddedDatabase})
 * is loaded apart.
 */
@NullMarked
package org.kontor.launcher;

import org.jspecify.annotations.NullMarked;
