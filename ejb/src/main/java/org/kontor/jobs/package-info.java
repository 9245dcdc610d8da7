/**
 * The durable job engine behind one small face: work that outlives a request.
 *
 * <p>Decided here: jobs lie in the database (table {@code job}, run by db-scheduler), are asked for in the transaction of
 * the change that needs them, and are taken over by another node when theirs dies. A job works in pieces, each in a
 * transaction of its own. Must not enter: what any kind of job does; features bring a {@link org.kontor.jobs.JobHandler}.
 */
@NullMarked
package org.kontor.jobs;

import org.jspecify.annotations.NullMarked;
