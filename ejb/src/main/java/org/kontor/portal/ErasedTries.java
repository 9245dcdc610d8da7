package org.kontor.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.access.SignInGuard;
import org.kontor.shared.CustomerErased;

/** Tries to sign in to the portal are counted by a hash of the e-mail address; those of somebody who was erased are forgotten at once. */
@ApplicationScoped
class ErasedTries {

    @Inject
    SignInGuard guard;

    void on(@Observes CustomerErased erased) {
        List<String> names = erased.traces().stream()
                .filter(trace -> trace.contains("@"))
                .map(PortalSignIn::counted)
                .toList();
        guard.forget(names);
    }
}
