/** What every feature may use: errors, pages of lists, domain events, time. Knows no feature. */
@NullMarked
package org.kontor.shared;

import org.jspecify.annotations.NullMarked;
