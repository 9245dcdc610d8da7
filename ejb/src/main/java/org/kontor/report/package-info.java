/** Answers over the ledger: how old what is owed is, how fast it is collected, and what to expect. It reads and never posts. */
@NullMarked
package org.kontor.report;

import org.jspecify.annotations.NullMarked;
