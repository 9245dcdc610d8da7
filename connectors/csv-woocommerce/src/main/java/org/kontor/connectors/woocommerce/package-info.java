/** Customers of WooCommerce: the report of its analytics, and the names of its fields, which export plug-ins write. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.woocommerce;

import org.jspecify.annotations.NullMarked;
