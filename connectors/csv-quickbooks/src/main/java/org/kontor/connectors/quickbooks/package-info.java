/** The customer lists of QuickBooks Online and of QuickBooks Desktop (IIF). History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.quickbooks;

import org.jspecify.annotations.NullMarked;
