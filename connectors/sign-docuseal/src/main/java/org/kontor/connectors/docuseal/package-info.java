/** Documents signed by DocuSeal, in its cloud or on a server of one's own. */
@NullMarked
package org.kontor.connectors.docuseal;

import org.jspecify.annotations.NullMarked;
