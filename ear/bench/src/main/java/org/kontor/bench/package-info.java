/**
 * Benchmarks of the Micro distribution as a user meets it, each as a ratio to something measured in the same run. Must not
 * enter: limits that fail a build; a busy machine would make them lie.
 */
@NullMarked
package org.kontor.bench;

import org.jspecify.annotations.NullMarked;
