/** Customers exported from the Square directory. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.square;

import org.jspecify.annotations.NullMarked;
