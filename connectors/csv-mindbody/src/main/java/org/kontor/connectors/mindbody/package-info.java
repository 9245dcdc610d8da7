/** Clients exported from Mindbody. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.mindbody;

import org.jspecify.annotations.NullMarked;
