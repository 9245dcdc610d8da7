/** Customers exported from Shopify, in the header of today and in the one before 2024. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.shopify;

import org.jspecify.annotations.NullMarked;
