/** Paper, as a client gets it. */
package org.kontor.document;
