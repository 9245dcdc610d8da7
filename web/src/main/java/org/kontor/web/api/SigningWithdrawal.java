package org.kontor.web.api;

import java.util.Optional;

/**
 * Withdraws a document for signature.
 *
 * @param reason why; required
 * @param hereAlone whether the service is not asked, since it cannot be; empty means that it is
 */
public record SigningWithdrawal(String reason, Optional<Boolean> hereAlone) {}
