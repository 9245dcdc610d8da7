/** Customers exported from Zoho Books. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.zohobooks;

import org.jspecify.annotations.NullMarked;
