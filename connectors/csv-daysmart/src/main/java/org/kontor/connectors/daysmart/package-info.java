/** Clients of DaySmart Spa, Salon and Body Art. History does not enter (S3-08). */
@NullMarked
package org.kontor.connectors.daysmart;

import org.jspecify.annotations.NullMarked;
