package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {

    static final List<Class<?>> CONTRACTS = List.of(
            ConnectorContract.class,
            ResourceAdapterContract.class,
            ArchiveContract.class,
            ConfigurationContract.class,
            ImportFormatContract.class,
            AccountingSystemContract.class,
            PaymentVaultContract.class,
            MessageChannelContract.class,
            SignatureServiceContract.class,
            TicketSourceContract.class,
            ProfileWatchContract.class);

    @ParameterizedTest
    @ValueSource(
            classes = {
                GoodConnectors.GoodConnector.class,
                GoodConnectors.GoodAdapter.class,
                GoodConnectors.GoodArchive.class,
                GoodConnectors.GoodArchiveWithLines.class,
                GoodConnectors.GoodFormat.class,
                RemoteTests.GoodSettings.class,
                RemoteTests.GoodBooks.class,
                RemoteTests.GoodVault.class,
                RemoteTests.GoodChannel.class,
                RemoteTests.GoodSignatures.class,
                RemoteTests.GoodTickets.class,
                RemoteTests.GoodWatch.class
            })
    void aGoodConnectorHoldsEveryRule(Class<?> test) {
        assertEquals(Set.of(), KitRun.failedRules(test));
    }

    @TestFactory
    Stream<DynamicTest> aBadConnectorFailsTheRulesItBreaks() {
        return bad().map(test -> DynamicTest.dynamicTest(test.getSimpleName(), () -> {
            Set<String> broken = Set.of(test.getAnnotation(Breaks.class).value());
            assertEquals(broken, KitRun.failedRules(test, broken::contains));
        }));
    }

    @Test
    void everyRuleHasAConnectorThatBreaksIt() {
        Set<String> rules = new TreeSet<>();
        CONTRACTS.forEach(contract -> rules.addAll(KitRun.rules(contract)));
        Set<String> broken = new TreeSet<>();
        bad().forEach(test ->
                broken.addAll(List.of(test.getAnnotation(Breaks.class).value())));
        assertEquals(rules, broken);
    }

    private static Stream<Class<?>> bad() {
        return Stream.of(
                        BadConnectors.class,
                        BadAdapters.class,
                        BadArchives.class,
                        BadHeaders.class,
                        BadRows.class,
                        BadSettings.class,
                        BadBooks.class,
                        BadVaults.class,
                        BadChannels.class,
                        BadSignatures.class,
                        BadTickets.class,
                        BadWatches.class)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                .filter(type -> type.isAnnotationPresent(Breaks.class));
    }
}
