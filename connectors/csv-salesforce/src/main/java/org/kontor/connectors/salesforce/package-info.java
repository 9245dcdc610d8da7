/** Accounts and contacts exported from Salesforce. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.salesforce;

import org.jspecify.annotations.NullMarked;
