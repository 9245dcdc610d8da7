/**
 * Medical conditions of customers: what is asked, and what was answered (S3-37 to S3-42).
 *
 * <p>Decided here: answers leave this package by {@link org.kontor.medical.MedicalConditions} alone, each reading of it is in
 * the audit log, and the answers of a customer are one encrypted value. No event, no view of the customer, no list, no search
 * text and no log line carries them; a test looks through the whole database for it.
 */
@NullMarked
package org.kontor.medical;

import org.jspecify.annotations.NullMarked;
