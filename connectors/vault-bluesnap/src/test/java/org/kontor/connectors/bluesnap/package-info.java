@NullMarked
package org.kontor.connectors.bluesnap;

import org.jspecify.annotations.NullMarked;
