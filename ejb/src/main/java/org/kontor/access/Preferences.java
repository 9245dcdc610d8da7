package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** How whoever is asking likes to work. Needs no permission beyond being signed in; nobody sees those of others. */
@Stateless
public class Preferences {

    @Inject
    AccessRepository repository;

    /** What was chosen, or how things are as long as nothing was. */
    public PreferencesView mine() {
        return repository.preferences(person().userId());
    }

    /**
     * Replaces what was chosen.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#STALE}; {@link ErrorKind#FORBIDDEN} for a device
     */
    public PreferencesView revise(long expectedVersion, PreferencesDraft draft) {
        UserPreference chosen = repository.preferencesToChange(person().userId());
        Versions.same(expectedVersion, chosen.version());
        chosen.choose(draft);
        repository.flush();
        return chosen.view();
    }

    private static Caller person() {
        Caller caller = CallerContext.current();
        caller.requirePerson();
        return caller;
    }
}
