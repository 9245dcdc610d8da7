/** What customers owe and what is held for them: documents, payments, and the ledger that they are posted to. */
@NullMarked
package org.kontor.receivable;

import org.jspecify.annotations.NullMarked;
