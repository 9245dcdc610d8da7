package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.spi.ResourceAdapterInternalException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.tck.ResourceAdapterContract.NoServices;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;

/** What the adapter base does beyond the contract: two RARs with the same connector, an id that is none. */
class RegistrationTest {

    private static final String NAME = Connectors.jndiName("sample");

    @BeforeEach
    void install() {
        InMemoryNaming.install();
    }

    @AfterEach
    void uninstall() {
        InMemoryNaming.uninstall();
    }

    @Test
    void theConnectorStartedLastIsUsedAndStoppingTheOtherOneLeavesIt() throws Exception {
        SampleAdapter first = new SampleAdapter();
        SampleAdapter second = new SampleAdapter();
        first.start(new NoServices());
        Object former = InMemoryNaming.bound(NAME).orElseThrow();
        second.start(new NoServices());
        Object latter = InMemoryNaming.bound(NAME).orElseThrow();
        assertNotSame(former, latter);
        first.stop();
        assertSame(latter, InMemoryNaming.bound(NAME).orElseThrow());
        second.stop();
        assertEquals(0, InMemoryNaming.size());
    }

    @Test
    void anIdThatIsNoneIsRefusedWithItsCure() {
        ConnectorAdapter adapter = new ConnectorAdapter() {
            @Override
            protected Connector connector() {
                return new SampleConnector() {
                    @Override
                    public String id() {
                        return "../Sample";
                    }
                };
            }
        };
        ResourceAdapterInternalException refusal =
                assertThrows(ResourceAdapterInternalException.class, () -> adapter.start(new NoServices()));
        assertTrue(refusal.getMessage().contains("not \"../Sample\""), refusal.getMessage());
        assertEquals(0, InMemoryNaming.size());
    }

    @Test
    void aServerWithoutNamingRefusesTheRarWithTheReason() {
        InMemoryNaming.uninstall();
        ResourceAdapterInternalException refusal =
                assertThrows(ResourceAdapterInternalException.class, () -> new SampleAdapter().start(new NoServices()));
        assertTrue(refusal.getMessage().startsWith("The connector sample cannot be registered in JNDI"));
    }
}
