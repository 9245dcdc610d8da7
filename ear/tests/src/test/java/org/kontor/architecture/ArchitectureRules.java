package org.kontor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The plan of the house as rules: {@code web -> ejb -> spi <- connectors}, features in order, no cycles. */
final class ArchitectureRules {

    /** Features of the business from low to high: each may use those before it, none may use those after it. */
    static final List<String> FEATURES = List.of(
            "shared",
            "database",
            "encryption",
            "access",
            "settings",
            "timeline",
            "jobs",
            "connector",
            "mail",
            "suppression",
            "customer",
            "wallet",
            "contact",
            "ticket",
            "note",
            "medical",
            "receivable",
            "paymentplan",
            "subscription",
            "accounting",
            "kiosk",
            "report",
            "document",
            "communication",
            "signing",
            "webhook",
            "portal",
            "cadence",
            "importing",
            "lifecycle");

    private final String root;

    /** @param root the base package that the rules are about: the real one, or a fixture's */
    ArchitectureRules(String root) {
        this.root = root;
    }

    ArchRule businessKnowsNoFace() {
        return noClasses()
                .that(areBusiness())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".web..")
                .as("the business knows no page and no resource");
    }

    ArchRule businessNamesNoConnector() {
        return noClasses()
                .that(areBusiness())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".connectors..")
                .as("the business names no connector");
    }

    ArchRule facesDoNotSeeTheSpi() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".spi..", root + ".connectors..")
                .as("pages and resources do not see the SPI");
    }

    ArchRule facesDoNotTouchTheDatabase() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".web..")
                .should()
                // Telling apart what went wrong is not touching: exceptions may be named.
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
                        .and(not(assignableTo(Throwable.class))))
                .as("pages and resources do not touch the database");
    }

    ArchRule connectorsSeeTheSpiAlone() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".connectors..")
                .should()
                .dependOnClassesThat(areBusiness()
                        .or(resideInAnyPackage(root + ".web..", "jakarta.persistence..", "java.sql..", "javax.sql..")))
                .as("a connector sees neither the business nor a database");
    }

    ArchRule spiNeedsJavaAlone() {
        return classes()
                .that()
                .resideInAPackage(root + ".spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", root + ".spi..")
                .as("the SPI needs java.* alone");
    }

    ArchRule entitiesStayInside() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".web..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .as("entities do not leave the business");
    }

    /** The container gives callers a proxy that refuses the methods which are not public, at the call. */
    ArchRule servicesHaveNoPackagePrivateMethods() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.ejb.Stateless")
                .and()
                .arePackagePrivate()
                .and()
                .areNotStatic()
                .and(not(modifier(JavaModifier.SYNTHETIC)))
                .should()
                .bePublic()
                .as("methods of services are public or private");
    }

    ArchRule featuresHaveNoCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().as("features have no cycles");
    }

    /** One rule for each feature: it may not use what stands above it. */
    List<ArchRule> featuresLookDownOnly() {
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i < FEATURES.size() - 1; i++) {
            String[] above = FEATURES.subList(i + 1, FEATURES.size()).stream()
                    .map(f -> root + "." + f + "..")
                    .toArray(String[]::new);
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(root + "." + FEATURES.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .as(FEATURES.get(i) + " knows nothing of the features above it"));
        }
        return rules;
    }

    private DescribedPredicate<JavaClass> areBusiness() {
        String[] packages = FEATURES.stream().map(f -> root + "." + f + "..").toArray(String[]::new);
        return resideInAnyPackage(packages).as("business");
    }
}
