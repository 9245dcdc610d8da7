package org.kontor.encryption;

import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Brings values to the newest key, each hour and on each node, in pieces of {@value #PIECE}; tells when an older key is no
 * longer needed. Losing a run loses nothing: the next one finds what is left.
 */
@Singleton
@DependsOn("EncryptionStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReEncryption {

    static final int PIECE = 200;

    private static final Logger LOG = System.getLogger(ReEncryption.class.getName());

    @EJB
    ReEncryptionStep step;

    @Inject
    Keysets keysets;

    @Inject
    @Any
    Instance<HoldsEncrypted> holders;

    /** Runs hourly. */
    @Schedule(hour = "*", minute = "41", persistent = false)
    void follow() {
        List<EncryptedColumn> columns = new ArrayList<>();
        holders.forEach(holder -> columns.addAll(holder.encryptedColumns()));
        for (EncryptedColumn column : columns) {
            OptionalLong last = OptionalLong.of(0);
            while (last.isPresent()) {
                last = step.move(column, last.getAsLong());
            }
        }
        Keyset keyset = keysets.current();
        for (int key : keyset.ids()) {
            if (key != keyset.primary() && step.retire(columns, key)) {
                LOG.log(
                        Level.INFO,
                        "No value needs encryption key {0} any longer: take it out of the keyset when all nodes use {1}",
                        Keyset.shown(key),
                        Keyset.shown(keyset.primary()));
            }
        }
    }
}
