package org.kontor.spi;

/** Something that a connector can do for Kontor. Sealed: Kontor knows each kind and the test kit has a contract for it. */
public sealed interface Capability
        permits ImportFormat,
                AccountingSystem,
                PaymentVault,
                MessageChannel,
                SignatureService,
                TicketSource,
                ProfileWatch {

    /** Stable name, unique among the capabilities of the same kind in all connectors; same alphabet as a connector's. */
    String id();

    /** Name for people. */
    String name();
}
