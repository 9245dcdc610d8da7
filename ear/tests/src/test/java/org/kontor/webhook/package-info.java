/** Webhooks as a receiver sees them. */
@NullMarked
package org.kontor.webhook;

import org.jspecify.annotations.NullMarked;
