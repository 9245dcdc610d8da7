package org.kontor.lifecycle;

import java.util.List;

/**
 * What a vault is to forget of a customer who is erased.
 *
 * @param shopperId what the vault calls the payer
 * @param methodIds payment methods that go alone, since the payer is another customer's, too; empty when the payer goes with all
 */
record VaultSubject(String shopperId, List<String> methodIds) {

    private static final String BREAK = "\n";

    /** Copies the list. */
    VaultSubject {
        methodIds = List.copyOf(methodIds);
    }

    /** Whether the payer stays. */
    boolean shared() {
        return !methodIds.isEmpty();
    }

    /** As one text; neither name can hold a line break. */
    String text() {
        return methodIds.isEmpty() ? shopperId : shopperId + BREAK + String.join(BREAK, methodIds);
    }

    /** What {@link #text} wrote. */
    static VaultSubject of(String text) {
        List<String> lines = text.lines().toList();
        return new VaultSubject(lines.get(0), lines.subList(1, lines.size()));
    }
}
