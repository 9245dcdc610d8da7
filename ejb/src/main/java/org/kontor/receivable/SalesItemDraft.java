package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An item that is sold.
 *
 * @param code how lines name it: capital letters, digits, - and _, up to 30 characters. Does not change
 * @param name what people read, up to 100 characters
 * @param description what a line says, up to 1,000 characters; empty means the name
 * @param unitPrice price of one, at most six decimals; required
 * @param currency ISO 4217 code; in other currencies a line gives its own price
 * @param taxCode code in the list of tax rates; may be empty
 * @param retired whether it is no longer offered
 */
public record SalesItemDraft(
        String code,
        String name,
        String description,
        Optional<BigDecimal> unitPrice,
        String currency,
        String taxCode,
        boolean retired) {}
