package org.kontor.customer;

import java.util.Optional;

/**
 * What PSA can say of a customer: the mapped Billing fields and nothing else (S0-02).
 *
 * @param accountType only Standard (S0-11); required (S0-04)
 * @param identity PSA's name of the class (S0-14); required (S0-05)
 * @param status required (S0-07); empty means the default of new customers, and unchanged for an existing one
 * @param customerName company name of a Business; of a Residential customer the name that is shown
 * @param email the one e-mail address that PSA knows: the primary one (S0-23, X-04)
 * @param website http or https address
 * @param billMethod how the bill is sent; empty means Print
 * @param primaryPhone the primary phone
 * @param address required for PSA (S0-06)
 */
public record PsaDraft(
        AccountType accountType,
        CustomerClass identity,
        Optional<CustomerStatus> status,
        String customerName,
        String email,
        String website,
        Optional<BillMethod> billMethod,
        String primaryPhone,
        Address address) {}
