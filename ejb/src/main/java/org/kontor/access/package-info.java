/**
 * Who may do what: users, roles, permissions in {@code verb:noun} form, API keys, sign-in.
 *
 * <p>Decided here: the caller of a piece of work is bound to its thread ({@link org.kontor.access.CallerContext}) at the
 * edge (a filter for pages and REST, the job engine for jobs), and every service method says with
 * {@link org.kontor.access.Requires} which permission it needs. Business code asks nothing else.
 */
@NullMarked
package org.kontor.access;

import org.jspecify.annotations.NullMarked;
