/** Customers exported from Wave. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.wave;

import org.jspecify.annotations.NullMarked;
