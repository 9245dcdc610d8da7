/** Paper: invoices, credit memos and statements as PDF from templates, and invoices as XML for machines. It reads what was issued. */
@NullMarked
package org.kontor.document;

import org.jspecify.annotations.NullMarked;
