/**
 * The two layouts of REV23 customer files: that of REV23 Cloud (file type Other) and that of REV23 Desktop.
 *
 * <p>Names and values of REV23 live here alone. History, medical conditions and flags do not enter (S3-08).
 */
@NullMarked
package org.kontor.connectors.rev23;

import org.jspecify.annotations.NullMarked;
