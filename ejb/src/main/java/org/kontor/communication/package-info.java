/** Messages to customers and from them: e-mails, text messages, letters and calls, and what became of each. */
@NullMarked
package org.kontor.communication;

import org.jspecify.annotations.NullMarked;
