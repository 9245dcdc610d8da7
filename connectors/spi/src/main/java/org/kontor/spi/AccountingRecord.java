package org.kontor.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Something that Kontor and an accounting system both know. */
public sealed interface AccountingRecord {

    /** Which kind of record it is. */
    Kind kind();

    /** Kinds of records. */
    enum Kind {
        /** Somebody who owes. */
        CUSTOMER,
        /** What is owed. */
        INVOICE,
        /** Money that came in. */
        PAYMENT,
        /** What is owed less. */
        CREDIT_MEMO
    }

    /**
     * A customer.
     *
     * @param accountNumber Kontor's number of the customer
     * @param displayName name, unique in many accounting systems
     * @param profile names, addresses, e-mails, phones
     * @param parentId remote id of the parent customer; empty when there is none
     * @param active whether it is in use
     */
    record Customer(
            String accountNumber,
            String displayName,
            CustomerProfile profile,
            Optional<String> parentId,
            boolean active)
            implements AccountingRecord {
        @Override
        public Kind kind() {
            return Kind.CUSTOMER;
        }
    }

    /**
     * An invoice or a credit memo.
     *
     * @param kind {@link Kind#INVOICE} or {@link Kind#CREDIT_MEMO}
     * @param number number of the document
     * @param customerId remote id of the customer
     * @param issued date of the document
     * @param due when it has to be paid; empty for a credit memo
     * @param lines what it is for
     * @param total with taxes; never negative
     * @param balance what is still open of it
     * @param voided whether it no longer counts
     */
    record Document(
            Kind kind,
            String number,
            String customerId,
            LocalDate issued,
            Optional<LocalDate> due,
            List<Line> lines,
            Amount total,
            Amount balance,
            boolean voided)
            implements AccountingRecord {
        /** Refuses another kind and copies the list. */
        public Document {
            if (kind != Kind.INVOICE && kind != Kind.CREDIT_MEMO) {
                throw new IllegalArgumentException("A document is an invoice or a credit memo, not " + kind);
            }
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a document.
     *
     * @param description what it is for
     * @param quantity how many
     * @param unitPrice price of one, without tax
     * @param tax tax on the line
     */
    record Line(String description, BigDecimal quantity, Amount unitPrice, Amount tax) {}

    /**
     * A payment.
     *
     * @param customerId remote id of the customer
     * @param received when it came in
     * @param amount how much; positive
     * @param reference what the payer or the bank wrote
     * @param applied how it was used; the rest is open
     * @param voided whether it no longer counts
     */
    record Payment(
            String customerId,
            LocalDate received,
            Amount amount,
            String reference,
            List<Application> applied,
            boolean voided)
            implements AccountingRecord {
        /** Copies the list. */
        public Payment {
            applied = List.copyOf(applied);
        }

        @Override
        public Kind kind() {
            return Kind.PAYMENT;
        }
    }

    /**
     * Part of a payment that pays an invoice.
     *
     * @param invoiceId remote id of the invoice
     * @param amount how much of it; positive
     */
    record Application(String invoiceId, Amount amount) {}
}
