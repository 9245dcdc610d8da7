package org.kontor.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKeyset;
import org.kontor.testing.TestKontor;

@OnPostgres
class FieldEncryptionTest {

    private static final EncryptedColumn COLUMN = new EncryptedColumn("secret_thing", "value");
    private static final String SECRET = "Zoë's allergy: latex \u2622";

    private final TestKeyset keys = new TestKeyset();
    private TestKontor kontor;
    private FieldEncryption encryption;

    @BeforeEach
    void start() {
        kontor = new TestKontor().with(EncryptionSettings.class, keys);
        encryption = kontor.get(FieldEncryption.class);
        kontor.sql("create table secret_thing (id bigint primary key, value bytea)");
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void whatWasEncryptedComesBack() {
        byte[] value = encryption.encrypt(COLUMN, 7, SECRET);

        assertEquals(SECRET, encryption.decryptText(COLUMN, 7, value));
        assertFalse(new String(value, StandardCharsets.UTF_8).contains("allergy"));
        assertFalse(Arrays.equals(value, encryption.encrypt(COLUMN, 7, SECRET)), "the same text twice looks different");
        byte[] nothing = encryption.encrypt(COLUMN, 7, new byte[0]);
        assertArrayEquals(new byte[0], encryption.decrypt(COLUMN, 7, nothing));
    }

    @Test
    void aValueOfAnotherRowOrColumnOrAChangedOneIsRefused() {
        byte[] value = encryption.encrypt(COLUMN, 7, SECRET);
        byte[] changed = value.clone();
        changed[changed.length - 1] ^= 1;

        for (Runnable attempt : List.<Runnable>of(
                () -> encryption.decrypt(COLUMN, 8, value),
                () -> encryption.decrypt(new EncryptedColumn("secret_thing", "other"), 7, value),
                () -> encryption.decrypt(COLUMN, 7, changed),
                () -> encryption.decrypt(COLUMN, 7, new byte[0]))) {
            var refusal = assertThrows(FieldEncryption.CannotDecrypt.class, attempt::run);
            assertTrue(refusal.getMessage().contains("secret_thing.")
                    && !refusal.getMessage().contains("latex"));
        }
    }

    @Test
    void theNewestKeyEncryptsAndOlderOnesStillDecrypt() {
        byte[] old = encryption.encrypt(COLUMN, 7, SECRET);

        rotateTo(TestKeyset.key(2) + ", " + TestKeyset.key(1));
        byte[] young = encryption.encrypt(COLUMN, 7, SECRET);
        assertEquals(SECRET, encryption.decryptText(COLUMN, 7, old));
        assertEquals(SECRET, encryption.decryptText(COLUMN, 7, young));

        rotateTo(TestKeyset.key(2));
        assertEquals(SECRET, encryption.decryptText(COLUMN, 7, young));
        var refusal = assertThrows(FieldEncryption.CannotDecrypt.class, () -> encryption.decrypt(COLUMN, 7, old));
        assertTrue(refusal.getMessage().startsWith("Put key " + Keyset.shown(Keyset.keyOf(old)) + " back"));
    }

    @Test
    void aKeysetThatBecomesUnreadableWhileRunningChangesNothing() {
        byte[] value = encryption.encrypt(COLUMN, 7, SECRET);
        rotateTo("not a key");
        assertEquals(SECRET, encryption.decryptText(COLUMN, 7, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a key", "c2hvcnQ=", ","})
    void aKeysetThatIsNoneIsRefusedWithoutRepeatingIt(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Keyset.parse(text));
        assertTrue(refusal.getMessage().contains("kontor.encryption.key"));
        assertFalse(refusal.getMessage().contains("c2hvcnQ"));
    }

    @Test
    void noTextShowsAKey() {
        assertEquals(
                "[" + Keyset.shown(Keyset.parse(TestKeyset.key(1)).primary()) + "]",
                Keyset.parse(TestKeyset.key(1)).toString());
    }

    @Test
    void withoutAConfiguredKeyOneIsMadeInTheDataFolderForItsOwnerAlone(@TempDir Path folder) throws IOException {
        keys.useFolder(folder.resolve("data"));
        begin();
        byte[] value = encryption.encrypt(COLUMN, 7, SECRET);

        Path file = folder.resolve("data").resolve("encryption.keyset");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
        String text = Files.readString(file);
        begin();
        assertEquals(text, Files.readString(file), "the second start keeps the key");
        assertEquals(SECRET, encryption.decryptText(COLUMN, 7, value));
    }

    @Test
    void aStartWithoutTheKeyOfTheDatabaseIsRefusedAndMakesNone(@TempDir Path folder) {
        begin();
        keys.useFolder(folder);
        var refusal = assertThrows(RuntimeException.class, this::begin);
        assertTrue(refusal.getMessage().contains("kontor.encryption.key"), refusal.getMessage());
        assertFalse(Files.exists(folder.resolve("encryption.keyset")));

        keys.use(TestKeyset.key(2));
        assertThrows(RuntimeException.class, this::begin);
        keys.use(TestKeyset.key(2) + " " + TestKeyset.key(1));
        begin();
    }

    @Test
    void valuesFollowToTheNewestKeyAndTheOldOneCanGo() {
        begin();
        for (int id = 1; id <= ReEncryption.PIECE + 50; id++) {
            store(id, encryption.encrypt(COLUMN, id, "secret " + id));
        }
        kontor.sql("insert into secret_thing (id, value) values (9999, null)");
        rotateTo(TestKeyset.key(2) + " " + TestKeyset.key(1));
        begin();

        ReEncryptionStep step = kontor.get(ReEncryptionStep.class);
        int former = Keyset.parse(TestKeyset.key(1)).primary();
        assertFalse(kontor.<Boolean>asSystem(() -> step.retire(List.of(COLUMN), former)), "values still need it");
        long last = ReEncryption.PIECE + 50;
        assertEquals(OptionalLong.of(ReEncryption.PIECE), kontor.asSystem(() -> step.move(COLUMN, 0)));
        assertEquals(OptionalLong.of(last), kontor.asSystem(() -> step.move(COLUMN, ReEncryption.PIECE)));
        assertEquals(OptionalLong.empty(), kontor.asSystem(() -> step.move(COLUMN, 0)), "all have moved");
        assertTrue(kontor.<Boolean>asSystem(() -> step.retire(List.of(COLUMN), former)));
        assertFalse(kontor.<Boolean>asSystem(() -> step.retire(List.of(COLUMN), former)), "told once");

        rotateTo(TestKeyset.key(2));
        begin();
        assertEquals("secret 231", encryption.decryptText(COLUMN, 231, load(231)));
    }

    @Test
    void aValueThatCannotBeReadStaysAsItIsAndStopsNothing() {
        byte[] stranger = encryption.encrypt(COLUMN, 1, SECRET);
        store(2, stranger);
        store(3, encryption.encrypt(COLUMN, 3, SECRET));
        rotateTo(TestKeyset.key(2) + " " + TestKeyset.key(1));

        ReEncryptionStep step = kontor.get(ReEncryptionStep.class);
        assertEquals(OptionalLong.of(3), kontor.asSystem(() -> step.move(COLUMN, 0)));
        assertArrayEquals(stranger, load(2));
        assertEquals(SECRET, encryption.decryptText(COLUMN, 3, load(3)));
        assertEquals(OptionalLong.of(2), kontor.asSystem(() -> step.move(COLUMN, 0)), "the other one has moved");
    }

    @Test
    void aColumnIsAPlainName() {
        assertThrows(IllegalArgumentException.class, () -> new EncryptedColumn("a; drop table b", "value"));
        assertThrows(IllegalArgumentException.class, () -> new EncryptedColumn("a", "value from b"));
    }

    private void begin() {
        kontor.asSystem(() -> {
            EncryptionStart start = new EncryptionStart();
            start.keysets = kontor.get(Keysets.class);
            start.repository = kontor.get(KeyRepository.class);
            start.start();
            return null;
        });
    }

    private void rotateTo(String keyset) {
        keys.use(keyset);
        kontor.clock().advance(Duration.ofMinutes(2));
    }

    private void store(long id, byte[] value) {
        kontor.asSystem(() -> kontor.entityManager()
                .createNativeQuery("insert into secret_thing (id, value) values (?1, ?2)")
                .setParameter(1, id)
                .setParameter(2, value)
                .executeUpdate());
    }

    private byte[] load(long id) {
        return kontor.asSystem(() -> (byte[]) kontor.entityManager()
                .createNativeQuery("select value from secret_thing where id = ?1")
                .setParameter(1, id)
                .getSingleResult());
    }
}
