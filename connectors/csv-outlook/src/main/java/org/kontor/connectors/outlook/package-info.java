/** Contacts exported from Outlook.com and from Outlook on a desktop. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.outlook;

import org.jspecify.annotations.NullMarked;
