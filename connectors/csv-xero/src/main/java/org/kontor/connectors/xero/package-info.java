/** Contacts exported from Xero, which are also its template for imports. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.xero;

import org.jspecify.annotations.NullMarked;
