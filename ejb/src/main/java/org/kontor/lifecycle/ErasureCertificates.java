package org.kontor.lifecycle;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.document.Paper;
import org.kontor.encryption.ManagedKeys;
import org.kontor.lifecycle.ErasureStep.Kind;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.JsonWriter;

/**
 * Proves an erasure without telling who was erased: counts, times, who did it, what other systems confirmed, and hashes of
 * numbers with a key that this erasure alone has. It claims what is confirmed and nothing else, and grows as confirmations arrive.
 */
@Stateless
public class ErasureCertificates {

    private static final String ALGORITHM = "Ed25519";

    @Inject
    ErasureRepository repository;

    @Inject
    SeenParts seen;

    @Inject
    ManagedKeys keys;

    /**
     * The certificate as it is now, signed. What is signed is the value of {@code certificate} in canonical form (RFC 8785): keys in
     * order, no blanks, UTF-8.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} while the person is still there
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public JsonObject of(long erasureId) {
        ErasureView erasure = repository.find(erasureId).orElseThrow(() -> Erasures.absent(erasureId));
        if (erasure.erasedAt().isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "NOT_ERASED",
                    "Wait for the end of the erasure: there is nothing to certify yet.");
        }
        JsonValue certificate = JsonWriter.write(content(erasure, seen.confidential(), repository.hashKey(erasureId)));
        ManagedKeys.KeyParts pair = keys.signing();
        return JsonWriter.JSON
                .createObjectBuilder()
                .add("certificate", certificate)
                .add(
                        "signature",
                        JsonWriter.write(new TreeMap<>(Map.of(
                                "algorithm",
                                ALGORITHM,
                                "publicKey",
                                Base64.getEncoder().encodeToString(pair.publicKey()),
                                "value",
                                sign(pair.privateKey(), certificate)))))
                .build();
    }

    /**
     * The same on paper, in English. What is verified is the file that {@link #of} gives: the paper names its signature.
     *
     * @throws AppException as {@link #of}
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public Paper paper(long erasureId) {
        JsonObject signed = of(erasureId);
        ErasureView erasure = repository.find(erasureId).orElseThrow(() -> Erasures.absent(erasureId));
        Instant made = erasure.steps().stream()
                .map(ErasureStep::changedAt)
                .max(Comparator.naturalOrder())
                .or(erasure::erasedAt)
                .orElse(erasure.createdAt());
        return CertificateSheet.of(signed, made).pdf("erasure-" + erasureId, "Kontor");
    }

    /** The public key that certificates are verified with. */
    @Requires(Permission.ERASE_CUSTOMER)
    public CertificateKey publicKey() {
        String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.signing().publicKey());
        return new CertificateKey(ALGORITHM, "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
    }

    /** @param uncounted nouns of which it tells nothing, named whether there was any or not: whoever reads it, it is one document */
    private static Map<String, Object> content(ErasureView whole, Set<String> uncounted, byte[] hashKey) {
        ErasureView erasure = whole.without(uncounted);
        Map<String, Object> content = new TreeMap<>();
        content.put("type", "kontor-erasure");
        content.put("erasure", erasure.id());
        content.put("version", erasure.version());
        content.put("subject", "hmac-sha256:" + hash(hashKey, "customer " + erasure.customerId()));
        content.put("requestedAt", erasure.createdAt().toString());
        content.put("requestedBy", erasure.createdBy());
        content.put("erasedAt", erasure.erasedAt().map(Object::toString).orElse(""));
        content.put("erased", new TreeMap<>(erasure.erased()));
        content.put("uncounted", List.copyOf(uncounted));
        content.put("kept", new TreeMap<>(erasure.kept()));
        content.put(
                "remote",
                erasure.steps().stream()
                        .filter(step -> step.kind() == Kind.VAULT)
                        .map(ErasureCertificates::remote)
                        .toList());
        content.put("complete", erasure.state() == ErasureState.COMPLETED);
        content.put("notAsked", List.of("accounting systems", "backups", "signature services"));
        return content;
    }

    private static Map<String, Object> remote(ErasureStep step) {
        Map<String, Object> remote = new TreeMap<>();
        remote.put("system", step.system());
        remote.put("state", step.state().name());
        remote.put("at", step.changedAt().toString());
        remote.put("paymentMethodsRemoved", step.removed());
        step.until().ifPresent(day -> remote.put("until", day.toString()));
        if (!step.code().isEmpty()) {
            remote.put("code", step.code());
        }
        return remote;
    }

    private static String hash(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(byte[] privateKey, JsonValue certificate) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signature.update(certificate.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
