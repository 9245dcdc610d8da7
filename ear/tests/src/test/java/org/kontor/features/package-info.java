/** Which behaviours of the product are covered by which tests: the generated table {@code ejb/FEATURES.md}. */
@NullMarked
package org.kontor.features;

import org.jspecify.annotations.NullMarked;
