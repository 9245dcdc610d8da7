package org.kontor.encryption;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys by their ids; the first encrypts, all decrypt. A key's id is drawn from the key by a one-way function, stands in
 * front of each value, and may be shown. The keys themselves are in no text of this class.
 */
final class Keyset {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int PREFIX_BYTES = 5;

    private final Aead aead;
    private final List<Integer> ids;

    private Keyset(Aead aead, List<Integer> ids) {
        this.aead = aead;
        this.ids = List.copyOf(ids);
    }

    /**
     * Reads keys.
     *
     * @throws IllegalArgumentException with one line for the operator that does not repeat what was read
     */
    static Keyset parse(String text) {
        Map<Integer, byte[]> keys = new LinkedHashMap<>();
        for (String part : text.strip().split("[\\s,]+", -1)) {
            byte[] key = decode(part, keys.size() + 1);
            keys.putIfAbsent(idOf(key), key);
        }
        try {
            AeadConfig.register();
            KeysetHandle.Builder builder = KeysetHandle.newBuilder();
            boolean first = true;
            for (Map.Entry<Integer, byte[]> key : keys.entrySet()) {
                KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(tinkKey(key.getKey(), key.getValue()));
                builder.addEntry(first ? entry.makePrimary() : entry);
                first = false;
            }
            Aead aead = builder.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new Keyset(aead, new ArrayList<>(keys.keySet()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new key, as it stands in a keyset. */
    static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Id of the key that encrypts. */
    int primary() {
        return ids.get(0);
    }

    /** Ids of all keys. */
    Set<Integer> ids() {
        return Set.copyOf(ids);
    }

    byte[] encrypt(byte[] plain, byte[] boundTo) throws GeneralSecurityException {
        return aead.encrypt(plain, boundTo);
    }

    byte[] decrypt(byte[] value, byte[] boundTo) throws GeneralSecurityException {
        return aead.decrypt(value, boundTo);
    }

    /** Id of the key that a value was encrypted with; it stands behind the first byte. */
    static int keyOf(byte[] value) {
        return value.length < PREFIX_BYTES ? 0 : ByteBuffer.wrap(value, 1, 4).getInt();
    }

    /** How an id is shown: eight hexadecimal digits. */
    static String shown(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    private static byte[] decode(String part, int position) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            key = new byte[0];
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "Write each key of the keyset (kontor.encryption.key) as 32 bytes in base64,"
                            + " as \"openssl rand -base64 32\" prints them; key " + position + " is not.");
        }
        return key;
    }

    @AccessesPartialKey
    private static AesGcmKey tinkKey(int id, byte[] key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }

    private static int idOf(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("kontor key id".getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.wrap(digest.digest(key)).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return ids.stream().map(Keyset::shown).toList().toString();
    }
}
