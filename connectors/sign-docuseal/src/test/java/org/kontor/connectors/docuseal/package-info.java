@NullMarked
package org.kontor.connectors.docuseal;

import org.jspecify.annotations.NullMarked;
