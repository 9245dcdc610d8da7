/** Clients of FreshBooks and of FreshBooks Classic. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.freshbooks;

import org.jspecify.annotations.NullMarked;
