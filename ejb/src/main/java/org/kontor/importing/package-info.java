/**
 * Files of customers: upload, detection, dry run, run, problems, resume. Reads the file; asks the connectors' import formats what
 * a row means; hands customers to {@link org.kontor.customer.CustomerBulk}.
 */
@NullMarked
package org.kontor.importing;

import org.jspecify.annotations.NullMarked;
