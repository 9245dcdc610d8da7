/**
 * Whether Kontor lives and whether it can work, as MicroProfile Health asks it.
 *
 * <p>Decided here: live means that requests are answered at all, so it must not depend on anything outside; ready means that
 * the schema is migrated, the database answers and a connector is registered. A node that is not ready gets no traffic, but is
 * not restarted.
 */
@NullMarked
package org.kontor.web.health;

import org.jspecify.annotations.NullMarked;
