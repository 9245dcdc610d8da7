/** Contacts and companies exported from HubSpot. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.hubspot;

import org.jspecify.annotations.NullMarked;
