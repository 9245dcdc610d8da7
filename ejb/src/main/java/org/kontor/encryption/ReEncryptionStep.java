package org.kontor.encryption;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.OptionalLong;

/** One piece of {@link ReEncryption}, in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReEncryptionStep {

    private static final Logger LOG = System.getLogger(ReEncryptionStep.class.getName());

    @Inject
    KeyRepository repository;

    @Inject
    FieldEncryption encryption;

    @Inject
    Keysets keysets;

    /**
     * Encrypts up to {@link ReEncryption#PIECE} values anew. One that cannot be read stays as it is and is named in the log.
     *
     * @param after id of the last row seen, 0 to begin
     * @return id of the last row seen now; empty when nothing is left
     */
    public OptionalLong move(EncryptedColumn column, long after) {
        Keyset keyset = keysets.current();
        repository.need(keyset.primary());
        OptionalLong last = OptionalLong.empty();
        for (Object[] row : repository.outdated(column, keyset.primary(), after, ReEncryption.PIECE)) {
            long id = ((Number) row[0]).longValue();
            last = OptionalLong.of(id);
            try {
                byte[] plain = encryption.decrypt(column, id, (byte[]) row[1]);
                repository.replace(column, id, encryption.encrypt(column, id, plain));
            } catch (FieldEncryption.CannotDecrypt e) {
                LOG.log(Level.WARNING, e.getMessage());
            }
        }
        return last;
    }

    /** Notes whether values still need this key; answers whether it became needless now. */
    public boolean retire(List<EncryptedColumn> columns, int key) {
        for (EncryptedColumn column : columns) {
            if (repository.uses(column, key)) {
                repository.need(key);
                return false;
            }
        }
        boolean wasNeeded = repository.needed().contains(key);
        repository.needNoLonger(key);
        return wasNeeded;
    }
}
