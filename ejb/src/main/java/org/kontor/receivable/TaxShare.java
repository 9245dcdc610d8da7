package org.kontor.receivable;

import java.math.BigDecimal;

/**
 * What a document has of one tax rate.
 *
 * @param rate percent
 * @param net what is taxed
 * @param tax the tax on it
 */
public record TaxShare(BigDecimal rate, BigDecimal net, BigDecimal tax) {}
