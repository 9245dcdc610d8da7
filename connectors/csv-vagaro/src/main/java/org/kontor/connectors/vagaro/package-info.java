/** Customers exported from Vagaro. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.vagaro;

import org.jspecify.annotations.NullMarked;
