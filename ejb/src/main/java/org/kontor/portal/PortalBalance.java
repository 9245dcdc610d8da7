package org.kontor.portal;

import java.math.BigDecimal;

/**
 * What is owed in one currency.
 *
 * @param currency ISO 4217 code
 * @param balance what is owed less what is held; below zero the company owes
 * @param pastDue what of it is past due
 * @param credit what is held and not used
 */
public record PortalBalance(String currency, BigDecimal balance, BigDecimal pastDue, BigDecimal credit) {}
