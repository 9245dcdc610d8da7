package org.kontor.suppression;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.encryption.ManagedKeys;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;
import org.kontor.suppression.Identity.Trait;

/** Recognises people whose data was erased. For other features, not for faces: they ask before they let somebody in. */
@ApplicationScoped
public class Suppressions {

    /** Code of every refusal. */
    public static final String CODE = "PERSON_ERASED";

    private static final HexFormat HEX = HexFormat.of();

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ManagedKeys keys;

    @Inject
    Clock clock;

    /**
     * Remembers somebody from now on.
     *
     * @param erasureId number of the erasure, by which it can be lifted
     * @param identities all that must not come in again; what is remembered already stays as it is
     * @return how many hashes are remembered for this erasure
     */
    public int remember(long erasureId, Collection<Identity> identities) {
        Mac mac = mac();
        for (Identity identity : identities) {
            for (Trait trait : identity.traits()) {
                Sql.execute(
                        dataSource,
                        "insert into suppression (erasure_id, kind, hash, created_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        Sql.of(erasureId, trait.kind().name(), hash(mac, trait), clock.instant()));
            }
        }
        return Sql.one(
                        dataSource,
                        "select count(*) from suppression where erasure_id = ?",
                        Sql.of(erasureId),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /**
     * Refuses to let somebody in whose data was erased, without saying who it was.
     *
     * @throws AppException {@link ErrorKind#CONFLICT} with code {@value #CODE} and the number of the erasure
     */
    public void refuse(Identity identity) {
        OptionalLong erasure = recognise(List.of(identity)).get(0);
        if (erasure.isPresent()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    CODE,
                    "Ask an administrator to lift erasure " + erasure.getAsLong() + ": " + reason(erasure.getAsLong()));
        }
    }

    /** Why somebody does not come in, for the user. */
    public static String reason(long erasureId) {
        return "these particulars belong to somebody whose data was erased, and must not come back by themselves (erasure "
                + erasureId + ").";
    }

    /**
     * Which of these were erased, with one statement for all.
     *
     * @return for each, in the same order, the number of the erasure; empty when they may come in
     */
    public List<OptionalLong> recognise(List<Identity> identities) {
        if (Sql.one(dataSource, "select 1 from suppression limit 1", Sql.of(), row -> 1)
                .isEmpty()) {
            return identities.stream().map(identity -> OptionalLong.empty()).toList();
        }
        Mac mac = mac();
        List<List<String>> hashes = identities.stream()
                .map(identity -> identity.traits().stream()
                        .map(trait -> HEX.formatHex(hash(mac, trait)))
                        .toList())
                .toList();
        Map<String, Long> known = known(hashes.stream().flatMap(List::stream).toList());
        List<OptionalLong> answers = new ArrayList<>(identities.size());
        for (List<String> each : hashes) {
            answers.add(each.stream()
                    .map(hash -> Optional.ofNullable(known.get(hash)))
                    .flatMap(Optional::stream)
                    .mapToLong(Long::longValue)
                    .findFirst());
        }
        return answers;
    }

    private Map<String, Long> known(List<String> hashes) {
        Map<String, Long> known = new HashMap<>();
        Sql.many(
                dataSource,
                "select encode(hash, 'hex'), min(erasure_id) from suppression"
                        + " where hash in (select decode(h, 'hex') from unnest(?::text[]) h) group by hash",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", hashes.toArray())),
                row -> known.put(row.getString(1), row.getLong(2)));
        return known;
    }

    /** Forgets the hashes of an erasure; answers how many there were. */
    public int forget(long erasureId) {
        return Sql.execute(dataSource, "delete from suppression where erasure_id = ?", Sql.of(erasureId));
    }

    private Mac mac() {
        try {
            byte[] key = keys.secret(ManagedKeys.Purpose.SUPPRESSION);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            Arrays.fill(key, (byte) 0);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(Mac mac, Trait trait) {
        return mac.doFinal((trait.kind() + "\u001e" + trait.text()).getBytes(StandardCharsets.UTF_8));
    }
}
