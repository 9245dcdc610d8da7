package org.kontor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Made-up customers in the layout of REV23, as many as wanted, no two alike. */
final class Rows {

    private static final String[] FIRST = {
        "Amelia", "Noah", "Ingrid", "Mateo", "Zoe", "Kwame", "Freya", "Rafael", "Yuki", "Omar", "Clara", "Dmitri",
        "Leila"
    };
    private static final String[] STEM = {
        "Hart", "Lind", "Oka", "Bren", "Castel", "Nov", "Whit", "Sand", "Del", "Mer", "Ash", "Tan", "Vog", "March", "Iy"
    };
    private static final String[] END = {
        "well", "qvist", "for", "nan", "lano", "ak", "field", "berg", "gado", "cer", "worth"
    };
    private static final String[] STREETS = {"Elm Street", "Mill Road", "Station Avenue", "Orchard Lane", "Canal Walk"};
    private static final String[] JOBS = {"Carpenter", "Teacher", "Nurse", "Photographer", "Accountant", "Chef", ""};

    private Rows() {}

    /** Writes a file with this many rows; another {@code tag} gives other people. */
    static Path write(Path file, int rows, String tag) {
        Random random = new Random(tag.hashCode());
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("FirstName,LastName,Email,PhoneNumber,Birthdate,MiddleName,Nickname,Gender,Street,City,State,"
                    + "PostalCode,Country,Occupation,Notes\n");
            for (int i = 0; i < rows; i++) {
                String first = pick(FIRST, random);
                String last =
                        pick(STEM, random) + pick(END, random) + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26);
                out.write(String.format(
                        Locale.ROOT,
                        "%s,%s,%s.%s.%s%d@example.org,+1303%07d,%d-%02d-%02d,,,,%d %s,Denver,CO,%05d,US,%s,%s\n",
                        first,
                        last,
                        first.toLowerCase(Locale.ROOT),
                        last.toLowerCase(Locale.ROOT),
                        tag,
                        i,
                        2_000_000 + (i + Math.floorMod(tag.hashCode(), 1_000_000)) % 7_999_999,
                        1950 + random.nextInt(55),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        1 + random.nextInt(900),
                        pick(STREETS, random),
                        80_000 + random.nextInt(999),
                        pick(JOBS, random),
                        i % 10 == 0 ? "Met at the spring fair" : ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
