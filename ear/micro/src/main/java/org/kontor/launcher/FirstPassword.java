package org.kontor.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The last lines of a start: where Kontor is, who signs in, where the data lies. The password that the application made up
 * at the first start comes by a file ({@value #KEY}), so that it never passes through a log; it is shown once and gone.
 */
final class FirstPassword {

    static final String KEY = "kontor.first-password.file";

    private FirstPassword() {}

    /** Names the file to the application, and removes one that an earlier start left. */
    static void expect(DataFolder folder) throws IOException {
        Path file = folder.path().resolve("first-password");
        Files.deleteIfExists(file);
        System.setProperty(KEY, file.toString());
    }

    static void print(PrintStream console, int port, String where, DataFolder folder) throws IOException {
        Path file = folder.path().resolve("first-password");
        console.println();
        console.println("Kontor is up:  http://localhost:" + port + "/");
        if (Files.exists(file)) {
            console.println("Sign in as:    admin, password "
                    + Files.readString(file).strip() + "  (shown this once; you choose your own at sign-in)");
            Files.delete(file);
        } else {
            console.println("Sign in as:    admin, with the password that was set");
        }
        console.println("Data is in:    " + where);
        console.println("Logs are in:   " + folder.logs());
        console.println("Stop it with:  Ctrl-C");
        console.flush();
    }
}
