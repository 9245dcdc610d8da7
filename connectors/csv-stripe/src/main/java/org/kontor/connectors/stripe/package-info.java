/** Customers exported from the Stripe dashboard. Card data never enters. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.stripe;

import org.jspecify.annotations.NullMarked;
