package org.kontor.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes sure of a Chromium before the browser tests: an installed one, or as root on Debian one that is installed. There the
 * package {@code chromium-headless-shell} comes also beside a whole Chromium, because tests take half as long with it.
 */
public final class ChromiumSetup {

    private static final Path APT = Path.of("/usr/bin/apt-get");

    private ChromiumSetup() {}

    /**
     * Installs Chromium where it can.
     *
     * @throws IllegalStateException with one line that says how to get it, where it cannot
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Browser.isNamed() || Browser.findShell().isPresent() || !mayInstall()) {
            wanted();
            return;
        }
        boolean there = Browser.findChromium().isPresent();
        System.out.println("Installing the package chromium-headless-shell for the browser tests ...");
        if (!install("chromium-headless-shell") && !there) {
            apt("update");
            if (!install("chromium-headless-shell")) {
                install("chromium");
            }
        }
        wanted();
    }

    private static void wanted() {
        if (Browser.findChromium().isEmpty()) {
            throw new IllegalStateException(Browser.HOW_TO_GET_IT);
        }
    }

    private static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(APT);
    }

    private static boolean install(String name) throws IOException, InterruptedException {
        return apt("install", "--no-install-recommends", name);
    }

    /** Whether it worked; without a network that is known within seconds. */
    private static boolean apt(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(APT.toString(), "-q", "-y", "-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=1"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return builder.start().waitFor() == 0;
    }
}
