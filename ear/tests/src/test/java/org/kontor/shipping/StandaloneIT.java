package org.kontor.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.harness.KontorServer;

/** Connectors run without Kontor: on Payara Micro as it is downloaded, used by an application that knows the SPI alone. */
class StandaloneIT {

    private static final Path ROOT = Path.of(System.getProperty("kontor.root", "../.."));

    @Test
    void importFormatsServeAnotherApplicationOnPayaraMicro(@TempDir Path folder) throws Exception {
        Path war = folder.resolve("rows.war");
        ShrinkWrap.create(WebArchive.class)
                .addClass(ReadsARow.class)
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        int port = KontorServer.freePort();
        Path log = folder.resolve("log.txt");
        Process micro = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        System.getProperty("kontor.payara-micro"),
                        "--nocluster",
                        "--disablephonehome",
                        "--rootDir",
                        folder.resolve("micro").toString(),
                        "--port",
                        Integer.toString(port),
                        "--addLibs",
                        jar("connectors/spi", "kontor-spi") + ":"
                                + jar("connectors/support", "kontor-connector-support"),
                        "--deploy",
                        KontorServer.distribution()
                                .resolve("connectors/kontor-connector-csv-rev23.rar")
                                .toString(),
                        "--deploy",
                        KontorServer.distribution()
                                .resolve("connectors/kontor-connector-csv-google-contacts.rar")
                                .toString(),
                        "--deploy",
                        war.toString(),
                        "--contextroot",
                        "/")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            ready(micro, log);
            assertEquals(
                    "200 rev23: Ada Byron",
                    row(
                            port,
                            "csv-rev23",
                            "FirstName,LastName,Email,PhoneNumber,Birthdate",
                            "Ada,Byron,ada@example.org,3032027333,1985-12-10"));
            assertEquals(
                    "200 google-contacts: Ada Byron",
                    row(
                            port,
                            "csv-google-contacts",
                            "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
                                    + "Name Prefix,Name Suffix,Nickname,File As,Organization Name,E-mail 1 - Label,E-mail 1 - Value",
                            "Ada,,Byron,,,,,,,,,Home,ada@example.org"));
            assertEquals("404 ", row(port, "csv-nobody", "FirstName", "Ada").substring(0, 4));
        } finally {
            micro.destroy();
            if (!micro.waitFor(1, TimeUnit.MINUTES)) {
                micro.destroyForcibly().waitFor();
            }
        }
    }

    private static String jar(String folder, String name) {
        return ROOT.resolve(folder)
                .resolve("target/" + name + "-" + System.getProperty("kontor.version") + ".jar")
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    /** Reads along until Payara Micro says that everything is deployed. */
    private static void ready(Process micro, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (true) {
            try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
                if (lines.anyMatch(line -> line.contains("ready in"))) {
                    return;
                }
            }
            if (System.nanoTime() > deadline || micro.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(Files.readString(log));
            }
        }
    }

    private static String row(int port, String connector, String header, String cells)
            throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/row?connector=" + connector
                                        + "&header=" + URLEncoder.encode(header, StandardCharsets.UTF_8) + "&cells="
                                        + URLEncoder.encode(cells, StandardCharsets.UTF_8)))
                                .build(),
                        BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
