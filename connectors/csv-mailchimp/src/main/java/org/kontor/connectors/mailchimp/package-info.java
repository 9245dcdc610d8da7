/** Contacts of an audience exported from Mailchimp. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.mailchimp;

import org.jspecify.annotations.NullMarked;
