package org.kontor.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.harness.KontorServer;

/** Whatever keeps Kontor from starting is one line with its cure, and an exit code of its own. */
class ObstaclesIT {

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            String port = Integer.toString(holder.getLocalPort());
            refused(3, "Free port " + port, Map.of("kontor.http.port", port));
        }
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        refused(2, "Set kontor.http.port to a number from 1 to 65535", Map.of("kontor.http.port", "eighty"));
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), "no", "folder");
        refused(
                4,
                "Make the data folder",
                Map.of("kontor.data.dir", file.toAbsolutePath().resolve("data").toString()));
    }

    @Test
    void aSecondStartOnTheSameDataFolderIsRefused() {
        refused(
                5,
                "Stop the Kontor that already runs on the data folder",
                Map.of("kontor.data.dir", KontorServer.shared().data().toString()));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
        String url = "jdbc:postgresql://localhost:" + KontorServer.freePort() + "/kontor?password=hidden-in-url";
        String line = refused(
                6,
                "Start the database, or correct kontor.db.url",
                Map.of("kontor.db.url", url, "kontor.db.password", "hidden-beside"));
        assertTrue(!line.contains("hidden"), line);
    }

    @Test
    void anotherArgumentThanASettingIsExplained() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        KontorServer.distribution()
                                .resolve("bin")
                                .resolve("kontor")
                                .toString(),
                        "start")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), output);
        assertTrue(output.contains("Write settings as -Dkey=value"), output);
    }

    /** Kept classes and a recording or an agent end that Java by a signal. */
    @Test
    void aJavaThatIsWatchedKeepsNoClasses() throws IOException, InterruptedException {
        String plain = flags("");
        assertTrue(plain.contains("DynamicDumpInfo") || plain.contains("SharedArchiveFile"), plain);
        for (String watched : List.of(
                "-XX:StartFlightRecording=filename=target/watched.jfr",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n")) {
            String flags = flags(watched);
            assertTrue(!flags.contains("DynamicDumpInfo") && !flags.contains("SharedArchiveFile"), flags);
        }
    }

    /** The flags that the start script hands to the Java, beside these options. */
    private static String flags(String options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(KontorServer.distribution()
                        .resolve("bin")
                        .resolve("kontor")
                        .toString())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_OPTS", options + " -XX:+PrintCommandLineFlags -version");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    @Test
    void anOldJavaIsNamedBeforeItDies() throws IOException, InterruptedException {
        Path fake = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "java11");
        Path java = Files.createDirectories(fake.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.22\" 2024-01-16' >&2\n");
        assertTrue(java.toFile().setExecutable(true));
        ProcessBuilder builder = new ProcessBuilder(KontorServer.distribution()
                        .resolve("bin")
                        .resolve("kontor")
                        .toString())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", fake.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(8, process.waitFor(), output);
        assertTrue(output.contains("Install Java 17 or later"), output);
    }

    private static String refused(int exitCode, String cure, Map<String, String> settings) {
        KontorServer server = KontorServer.prepare(settings);
        server.launch();
        int code = server.exitCode();
        List<String> lines = server.printed()
                .lines()
                .filter(line -> !line.startsWith("Kontor is starting"))
                .toList();
        assertEquals(1, lines.size(), server.printed());
        assertTrue(lines.get(0).startsWith("Kontor did not start. " + cure), lines.get(0));
        assertEquals(exitCode, code, lines.get(0));
        return lines.get(0);
    }
}
