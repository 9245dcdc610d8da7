/** Clients exported from Invoice Ninja 4. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.invoiceninja;

import org.jspecify.annotations.NullMarked;
