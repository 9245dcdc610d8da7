package org.kontor.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kontor.shared.CustomerErasing;

/**
 * What vaults pushed about somebody who is erased tells no number of theirs any more: neither what the vault calls them, as long as nobody
 * has worked on it, nor that of a payment. That something came, and when, stays.
 */
@ApplicationScoped
class ErasedNotices {

    @Inject
    VaultNoticeRepository repository;

    void on(@Observes CustomerErasing going) {
        repository.forget(going.ids());
    }
}
