/** The vault of BlueSnap: cards and bank accounts are kept there, money moves there, Kontor keeps ids. */
@NullMarked
package org.kontor.connectors.bluesnap;

import org.jspecify.annotations.NullMarked;
