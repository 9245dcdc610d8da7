package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Somebody is always left who may do everything. */
@Dependent
class LastAdministrator {

    @Inject
    AccessRepository repository;

    /** Called before rights are taken from an administrator: two who do it at once would not see each other. */
    void before() {
        repository.lockAdministration();
    }

    /**
     * Called when the change is written.
     *
     * @throws AppException {@link ErrorKind#CONFLICT} when nobody is left
     */
    void after() {
        if (!repository.anyAdministrator()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "LAST_ADMINISTRATOR",
                    "Make somebody else administrator first: this is the last active one.");
        }
    }
}
