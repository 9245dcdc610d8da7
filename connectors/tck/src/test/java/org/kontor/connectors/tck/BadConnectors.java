package org.kontor.connectors.tck;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

/** Connectors that break the rules CN. */
final class BadConnectors {

    private BadConnectors() {}

    private abstract static class Bad extends SampleConnector implements ConnectorContract {
        @Override
        public Connector testee() {
            return this;
        }
    }

    @Breaks("CN01")
    static class IdWithCapitals extends Bad {
        @Override
        public String id() {
            return "My Connector";
        }
    }

    @Breaks("CN02")
    static class NoVersion extends Bad {
        @Override
        public String version() {
            return " ";
        }
    }

    @Breaks("CN03")
    static class ForeignSpiVersion extends Bad {
        @Override
        public String spiVersion() {
            return "99.0";
        }
    }

    @Breaks("CN04")
    static class NoCapability extends Bad {
        @Override
        public List<Capability> capabilities() {
            return List.of();
        }
    }

    @Breaks("CN04")
    static class NewCapabilityEachTime extends Bad {
        @Override
        public List<Capability> capabilities() {
            return List.of(new SampleFormat());
        }
    }

    @Breaks("CN05")
    static class TwoCapabilitiesWithOneId extends Bad {
        private final List<Capability> both = List.of(new SampleFormat(), new SampleFormat());

        @Override
        public List<Capability> capabilities() {
            return both;
        }
    }

    @Breaks("CN06")
    static class TwoSettingsWithOneKey extends Bad {
        @Override
        public List<Setting> settings() {
            Setting setting = new Setting("url", Setting.Type.URL, "Where it is.", Optional.empty(), true, false);
            return List.of(setting, setting);
        }
    }

    @Breaks("CN07")
    static class HealthThatNeverAnswers extends Bad {
        @Override
        public Health health() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Health.up();
        }
    }

    @Breaks("CN07")
    static class DownWithoutAReason extends Bad {
        @Override
        public Health health() {
            return Health.down("");
        }
    }
}
