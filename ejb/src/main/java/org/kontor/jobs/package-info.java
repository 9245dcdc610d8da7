/** The durable job engine behind one small face: work that outlives a request. */
@NullMarked
package org.kontor.jobs;

import org.jspecify.annotations.NullMarked;
