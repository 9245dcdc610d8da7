package org.kontor.connectors.tck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.connectors.tck.RemoteTests.GoodSettings;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** Connectors that break the rules CF. */
final class BadSettings {

    private BadSettings() {}

    @Breaks("CF01")
    static class RefusesGoodSettings extends GoodSettings {
        @Override
        public Connector testee() {
            return new SampleRemote() {
                @Override
                public List<SettingProblem> check(Settings settings) {
                    return List.of(new SettingProblem("baseUrl", "NO", "No."));
                }
            };
        }
    }

    @Breaks({"CF02", "CF05"})
    static class DescribesWhatNobodyKnows extends GoodSettings {
        @Override
        public Connector testee() {
            return withSetting(
                    new Setting("qwxUnknown", Setting.Type.TEXT, "Nothing.", Optional.empty(), false, false));
        }
    }

    @Breaks("CF03")
    static class RequiresMoreThanItsGoodSettings extends GoodSettings {
        @Override
        public Connector testee() {
            return withSetting(Setting.required("region", Setting.Type.TEXT, "Where."));
        }
    }

    @Breaks("CF04")
    static class NeedsWhatItCallsOptional extends GoodSettings {
        @Override
        public Connector testee() {
            return new SampleRemote() {
                @Override
                public List<SettingProblem> check(Settings settings) {
                    return settings.text("statement").orElse("").equals("Kontor")
                            ? List.of(new SettingProblem("statement", "REQUIRED", "Fill it in."))
                            : List.of();
                }
            };
        }

        @Override
        public Map<String, String> goodSettings() {
            Map<String, String> settings = new HashMap<>(super.goodSettings());
            settings.put("statement", "Mine");
            return settings;
        }
    }

    @Breaks("CF05")
    static class ReadsNoStatement extends GoodSettings {
        @Override
        public Map<String, Use> uses() {
            Map<String, Use> uses = new HashMap<>(super.uses());
            uses.put("statement", new Use("Other", settings -> "the same"));
            return uses;
        }
    }

    @Breaks("CF06")
    static class LogsItsKey extends GoodSettings {
        @Override
        public Connector testee() {
            return new SampleRemote() {
                @Override
                public Health test(Connection connection) {
                    System.getLogger("com.acme.bad")
                            .log(
                                    System.Logger.Level.DEBUG,
                                    "key {0}",
                                    connection
                                            .settings()
                                            .secret("apiKey")
                                            .orElseThrow()
                                            .reveal());
                    return Health.up();
                }
            };
        }
    }

    @Breaks("CF06")
    static class ThrowsItsKey extends GoodSettings {
        @Override
        public Connector testee() {
            return new SampleRemote() {
                @Override
                public Health test(Connection connection) {
                    throw new IllegalStateException(
                            connection.settings().secret("apiKey").orElseThrow().reveal());
                }
            };
        }
    }

    @Breaks("CF07")
    static class TestNeverAnswers extends GoodSettings {
        @Override
        public Connector testee() {
            return new SampleRemote() {
                @Override
                public Health test(Connection connection) {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Health.up();
                }
            };
        }
    }

    @Breaks("CF08")
    static class TwoCodesOfOneName extends GoodSettings {
        @Override
        public Connector testee() {
            return new SampleRemote() {
                @Override
                public List<ErrorCode> errorCodes() {
                    return List.of(RemoteCodes.BUSY, RemoteCodes.BUSY);
                }
            };
        }
    }

    private static Connector withSetting(Setting another) {
        return new SampleRemote() {
            @Override
            public List<Setting> settings() {
                return Stream.concat(SETTINGS.stream(), Stream.of(another)).toList();
            }
        };
    }
}
