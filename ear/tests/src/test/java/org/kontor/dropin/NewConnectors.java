package org.kontor.dropin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Projects made from the archetype and built outside of this one, as their authors do it: with the Maven of this build, and a
 * local repository of their own in which somebody has installed what connectors are made with. Whatever else they need, this
 * build has needed before, and comes from its repository as a file; the network is not asked.
 */
final class NewConnectors {

    static final String VERSION = "1.2.3";

    private static final String KONTOR = System.getProperty("kontor.version");
    private static final Path ROOT = Path.of(System.getProperty("kontor.root"));
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SETTINGS = TARGET.resolve("new-connectors-settings.xml");
    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();
    private static final Path FOLDER = prepare();

    private NewConnectors() {}

    /** The RAR of a new connector with this capability; its id is {@code new-} and the capability. */
    static Path rar(String capability) {
        Path project = projects(List.of(capability)).get(0);
        return project.resolve("target").resolve(project.getFileName() + "-" + VERSION + ".rar");
    }

    /** Makes and builds these; each once in all tests. */
    static synchronized List<Path> projects(Collection<String> capabilities) {
        List<String> missing =
                capabilities.stream().filter(c -> !MADE.containsKey(c)).toList();
        missing.parallelStream().forEach(NewConnectors::generate);
        if (!missing.isEmpty()) {
            build(missing.stream().map(NewConnectors::project).toList());
            missing.forEach(capability -> MADE.put(capability, project(capability)));
        }
        return capabilities.stream().map(MADE::get).toList();
    }

    private static Path project(String capability) {
        return FOLDER.resolve("new-" + capability);
    }

    private static void generate(String capability) {
        maven(
                FOLDER,
                "org.apache.maven.plugins:maven-archetype-plugin:" + System.getProperty("kontor.archetype-plugin")
                        + ":generate",
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=org.kontor",
                "-DarchetypeArtifactId=kontor-connector-archetype",
                "-DarchetypeVersion=" + KONTOR,
                "-DgroupId=org.example",
                "-DartifactId=new-" + capability,
                "-Dversion=" + VERSION,
                "-Dpackage=org.example.acme",
                "-DconnectorName=Acme",
                "-Dcapability=" + capability);
    }

    /** In one run: starting Maven takes longer than most of them. */
    private static void build(List<Path> projects) {
        StringBuilder modules = new StringBuilder();
        projects.forEach(project ->
                modules.append("<module>").append(project.getFileName()).append("</module>"));
        write(
                FOLDER.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules>" + modules + "</modules></project>");
        try {
            maven(FOLDER, "verify");
        } finally {
            // A folder with a project in it takes new ones for its modules.
            delete(FOLDER.resolve("pom.xml"));
        }
    }

    private static void maven(Path folder, String... arguments) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("kontor.maven"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString());
        command.addAll(List.of("-B", "-q", "-s", SETTINGS.toString(), "-gs", SETTINGS.toString()));
        command.addAll(Arrays.asList(arguments));
        try {
            File output = Files.createTempFile(TARGET, "new-connectors", ".log").toFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("MAVEN_OPTS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
            // Set by the script of the Maven that runs this build.
            builder.environment().keySet().removeIf(name -> name.equals("MAVEN_ARGS") || name.equals("MAVEN_BASEDIR"));
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command + "\n" + Files.readString(output.toPath()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Not under the folder of this project, whose settings for Maven would be found there. */
    private static Path prepare() {
        Path repository = TARGET.resolve("new-connectors-repository");
        install(repository, "kontor", "", false);
        install(repository, "kontor-connectors", "connectors", false);
        install(repository, "kontor-spi", "connectors/spi", true);
        install(repository, "kontor-connector-support", "connectors/support", true);
        install(repository, "kontor-connector-tck", "connectors/tck", true);
        install(repository, "kontor-connector-archetype", "connectors/archetype", true);
        String here =
                Path.of(System.getProperty("kontor.maven.repository")).toUri().toString();
        write(
                SETTINGS,
                "<settings><localRepository>" + repository + "</localRepository><mirrors><mirror><id>here</id>"
                        + "<mirrorOf>*</mirrorOf><url>" + here + "</url></mirror></mirrors></settings>");
        try {
            Path folder = Files.createTempDirectory("new-connectors");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(Path repository, String artifact, String folder, boolean jar) {
        Path from = ROOT.resolve(folder);
        Path to = repository.resolve("org/kontor").resolve(artifact).resolve(KONTOR);
        String name = artifact + "-" + KONTOR;
        try {
            Files.createDirectories(to);
            Files.write(to.resolve(name + ".pom"), Files.readAllBytes(from.resolve("pom.xml")));
            if (jar) {
                Files.write(to.resolve(name + ".jar"), Files.readAllBytes(from.resolve("target/" + name + ".jar")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path what) {
        try (Stream<Path> files = Files.walk(what)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
