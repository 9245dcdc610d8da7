package org.kontor.connectors.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the kit on a connector, inside a test. */
final class KitRun {

    private KitRun() {}

    /** Numbers of the rules that fail, of all that the test has. */
    static Set<String> failedRules(Class<?> test) {
        return failedRules(test, rule -> true);
    }

    /** Numbers of the rules that fail, of those asked for. */
    static Set<String> failedRules(Class<?> test, Predicate<String> asked) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .filters((PostDiscoveryFilter) descriptor -> FilterResult.includedIf(descriptor
                        .getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(source -> asked.test(rule(((MethodSource) source).getMethodName())))
                        .orElse(true)))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTestsStartedCount() == 0) {
            throw new AssertionError("No rule was run on " + test);
        }
        return summary.getFailures().stream()
                .map(failure ->
                        (MethodSource) failure.getTestIdentifier().getSource().orElseThrow())
                .map(source -> rule(source.getMethodName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Numbers of all rules of a contract. */
    static Set<String> rules(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> rule(method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String rule(String method) {
        return method.split("_")[1];
    }
}
