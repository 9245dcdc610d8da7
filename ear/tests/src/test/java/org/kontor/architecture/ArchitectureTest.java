package org.kontor.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the plan of the house against the compiled classes, and each rule against a fixture that breaks it. */
class ArchitectureTest {

    private static final Path HOUSE = Path.of("").toAbsolutePath().getParent().getParent();
    private static final JavaClasses REAL = new ClassFileImporter().importPaths(compiledModules());
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.kontor.fixture");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsTheRule() {
        return rules("org.kontor").map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(REAL)));
    }

    @TestFactory
    Stream<DynamicTest> theFixtureBreaksTheRule() {
        var rules = new ArchitectureRules("org.kontor.fixture");
        return Stream.of(
                        rules.businessKnowsNoFace(),
                        rules.businessNamesNoConnector(),
                        rules.facesDoNotSeeTheSpi(),
                        rules.facesDoNotTouchTheDatabase(),
                        rules.connectorsSeeTheSpiAlone(),
                        rules.spiNeedsJavaAlone(),
                        rules.entitiesStayInside(),
                        rules.servicesHaveNoPackagePrivateMethods(),
                        rules.featuresHaveNoCycles(),
                        rules.featuresLookDownOnly().get(ArchitectureRules.FEATURES.indexOf("access")))
                .map(rule -> dynamicTest(
                        rule.getDescription(),
                        () -> assertTrue(rule.evaluate(BROKEN).hasViolation(), "the rule let the fixture pass")));
    }

    @Test
    void everyFeatureOfTheBusinessHasItsPlaceInTheOrder() {
        Set<String> features = REAL.stream()
                .filter(c -> c.getSource().orElseThrow().getUri().toString().contains("/ejb/target/"))
                .map(c -> c.getPackageName().substring("org.kontor.".length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertFalse(features.isEmpty());
        features.removeAll(ArchitectureRules.FEATURES);
        assertTrue(features.isEmpty(), "without a place in ArchitectureRules.FEATURES: " + features);
    }

    private static Stream<ArchRule> rules(String root) {
        var rules = new ArchitectureRules(root);
        List<ArchRule> all = new ArrayList<>(List.of(
                rules.businessKnowsNoFace(),
                rules.businessNamesNoConnector(),
                rules.facesDoNotSeeTheSpi(),
                rules.facesDoNotTouchTheDatabase(),
                rules.connectorsSeeTheSpiAlone(),
                rules.spiNeedsJavaAlone(),
                rules.entitiesStayInside(),
                rules.servicesHaveNoPackagePrivateMethods(),
                rules.featuresHaveNoCycles()));
        all.addAll(rules.featuresLookDownOnly());
        // A rule over a package that no class lives in yet has nothing to say; the last test sees to new packages.
        return all.stream().map(rule -> rule.allowEmptyShould(true));
    }

    private static List<Path> compiledModules() {
        try (Stream<Path> modules = Stream.concat(
                Stream.of(HOUSE.resolve("ejb"), HOUSE.resolve("web")), Files.list(HOUSE.resolve("connectors")))) {
            return modules.map(m -> m.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
