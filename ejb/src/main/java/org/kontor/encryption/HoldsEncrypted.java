package org.kontor.encryption;

import java.util.List;

/**
 * A feature that stores encrypted values says where. A CDI bean of this type is found by itself; its values then follow to
 * the newest key.
 */
public interface HoldsEncrypted {

    /** Every column of the feature that holds encrypted values. */
    List<EncryptedColumn> encryptedColumns();
}
