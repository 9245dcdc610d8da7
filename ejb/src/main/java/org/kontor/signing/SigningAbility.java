package org.kontor.signing;

/**
 * What can be done with documents of a customer now.
 *
 * @param ready whether one can be sent
 * @param reason what to do when none can; empty when one can
 * @param inOrder whether signers can be asked one after the other
 * @param expiry whether a document can expire
 * @param remind whether signers can be reminded
 * @param mostSigners how many people may sign one document
 * @param largestFile how many bytes it may have
 */
public record SigningAbility(
        boolean ready,
        String reason,
        boolean inOrder,
        boolean expiry,
        boolean remind,
        int mostSigners,
        long largestFile) {}
