package org.kontor.customer;

/**
 * The billing telephone number (BTN) of a customer.
 *
 * @param number a number of one of its services; empty for none
 */
public record BillingNumber(String number) {}
