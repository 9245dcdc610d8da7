package org.kontor.lifecycle;

/**
 * What one field says about whether two customers are the same.
 *
 * @param field name of the field, as in the API
 * @param similarity 0 for different to 1 for the same
 * @param weight how much it speaks for (positive) or against (negative), in bits: ten bits make it a thousand times as likely
 */
public record MatchReason(String field, double similarity, double weight) {}
