/** E-mail over SMTP: messages are handed to a mail server of the business's own or of its provider. */
@NullMarked
package org.kontor.connectors.smtp;

import org.jspecify.annotations.NullMarked;
