package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tax rate of the list.
 *
 * @param code how lines name it: capital letters, digits, - and _, up to 30 characters. Does not change
 * @param name what people read, up to 100 characters
 * @param percent 0 to 100, at most six decimals; required
 * @param retired whether it is no longer offered
 */
public record TaxRateDraft(String code, String name, Optional<BigDecimal> percent, boolean retired) {}
