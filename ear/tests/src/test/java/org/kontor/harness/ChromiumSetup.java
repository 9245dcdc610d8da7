package org.kontor.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes sure of a Chromium before the browser tests: an installed one, or as root on Debian the package {@code chromium}. */
public final class ChromiumSetup {

    private static final Path APT = Path.of("/usr/bin/apt-get");

    private ChromiumSetup() {}

    /**
     * Installs Chromium where it can.
     *
     * @throws IllegalStateException with one line that says how to get it, where it cannot
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Browser.findChromium().isPresent()) {
            return;
        }
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(APT)) {
            System.out.println("Installing the package chromium for the browser tests ...");
            run(List.of(APT.toString(), "-q", "-y", "update"));
            run(List.of(APT.toString(), "-q", "-y", "install", "--no-install-recommends", "chromium"));
        }
        if (Browser.findChromium().isEmpty()) {
            throw new IllegalStateException(Browser.HOW_TO_GET_IT);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(Browser.HOW_TO_GET_IT);
        }
    }
}
