package org.kontor.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id, written with its parameters, so that they can grow without breaking what is stored. */
public final class PasswordHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Each computation takes 19 MiB for tens of milliseconds: a flood of sign-ins must not take all memory and cores. */
    private static final Semaphore AT_ONCE = new Semaphore(4, true);

    /** Checked when there is no such user, so that an answer takes the same time. */
    private static final String NOBODY = of("nobody has this password");

    private PasswordHash() {}

    /** The hash of a password, with a new salt. */
    public static String of(String password) {
        return of(password, MEMORY_KIB, ITERATIONS);
    }

    static String of(String password, int memory, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = compute(password, salt, memory, iterations, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memory + ",t=" + iterations + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** Whether the password is the one; takes the same time when {@code stored} is empty, and is false then. */
    public static boolean matches(String password, String stored) {
        Matcher form = FORM.matcher(stored.isEmpty() ? NOBODY : stored);
        if (!form.matches()) {
            throw new IllegalStateException("A stored password hash is not in the form of Argon2id");
        }
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] actual = compute(
                password,
                Base64.getDecoder().decode(form.group(4)),
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual) && !stored.isEmpty();
    }

    /** Whether it was made with weaker parameters than are in use now, and should be made anew. */
    static boolean outdated(String stored) {
        return !stored.startsWith("$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + ITERATIONS + ",p=" + LANES + "$");
    }

    private static byte[] compute(String password, byte[] salt, int memory, int iterations, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .build());
        byte[] hash = new byte[length];
        AT_ONCE.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            AT_ONCE.release();
        }
        return hash;
    }
}
