package org.kontor.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.encryption.EncryptedColumn;
import org.kontor.encryption.HoldsEncrypted;

/** Where the secrets of subscriptions are, so that they follow a new key. */
@ApplicationScoped
class WebhookSecrets implements HoldsEncrypted {

    static final EncryptedColumn COLUMN = new EncryptedColumn("webhook", "secret");

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(COLUMN);
    }
}
