/** Who gets in and who does not, on the running distribution: sign-in, sessions, API keys, permissions, headers, the contract. */
@NullMarked
package org.kontor.entrance;

import org.jspecify.annotations.NullMarked;
