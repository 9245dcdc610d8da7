package org.kontor.connectors.tck;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.connectors.tck.RemoteTests.GoodWatch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ProfileWatch;
import org.kontor.spi.ProfileWatch.Sighting;

/** Profile watches that break the rules PW. */
final class BadWatches {

    private BadWatches() {}

    private abstract static class Bad extends GoodWatch {
        abstract List<Sighting> twisted(Connection connection, List<URI> asked, List<Sighting> seen)
                throws ConnectorException;

        @Override
        public ProfileWatch testee() {
            return new SampleWatch(remote) {
                @Override
                public List<Sighting> look(Connection connection, List<URI> profiles) throws ConnectorException {
                    return twisted(connection, profiles, super.look(connection, profiles));
                }
            };
        }
    }

    @Breaks("PW01")
    static class TakesNone extends GoodWatch {
        @Override
        public ProfileWatch testee() {
            return new SampleWatch(remote) {
                @Override
                public int most() {
                    return 0;
                }
            };
        }
    }

    @Breaks("PW02")
    static class SaysNothing extends Bad {
        @Override
        List<Sighting> twisted(Connection connection, List<URI> asked, List<Sighting> seen) {
            return seen.stream()
                    .map(s -> new Sighting(s.profile(), "", "", s.since(), s.seenAt()))
                    .toList();
        }
    }

    @Breaks("PW02")
    static class KnowsTheFuture extends Bad {
        @Override
        List<Sighting> twisted(Connection connection, List<URI> asked, List<Sighting> seen) {
            return seen.stream()
                    .map(s -> new Sighting(
                            s.profile(),
                            s.title(),
                            s.company(),
                            Optional.of(s.seenAt().plus(Duration.ofDays(9))),
                            s.seenAt()))
                    .toList();
        }
    }

    @Breaks("PW03")
    static class TellsOfOthers extends Bad {
        @Override
        List<Sighting> twisted(Connection connection, List<URI> asked, List<Sighting> seen) {
            List<Sighting> more = new ArrayList<>(seen);
            seen.stream().limit(1).forEach(more::add);
            return more;
        }
    }

    @Breaks("PW04")
    static class FailsOnAMissingProfile extends Bad {
        @Override
        List<Sighting> twisted(Connection connection, List<URI> asked, List<Sighting> seen) throws ConnectorException {
            if (seen.size() < asked.size()) {
                throw new ConnectorException(RemoteCodes.REFUSED.because("One of them is not there."));
            }
            return seen;
        }
    }

    @Breaks("PW05")
    static class AlwaysCalls extends Bad {
        @Override
        List<Sighting> twisted(Connection connection, List<URI> asked, List<Sighting> seen) {
            remote.get(connection, "/profiles?of=x");
            return seen;
        }
    }

    @Breaks("PW06")
    static class TakesTwoAtATime extends Bad {
        @Override
        List<Sighting> twisted(Connection connection, List<URI> asked, List<Sighting> seen) {
            return asked.size() > 3 ? List.of() : seen;
        }
    }

    @Breaks("PW07")
    static class TakesAFailureForNoNews extends GoodWatch {
        @Override
        public ProfileWatch testee() {
            return new SampleWatch(remote) {
                @Override
                public List<Sighting> look(Connection connection, List<URI> profiles) {
                    try {
                        return super.look(connection, profiles);
                    } catch (ConnectorException e) {
                        return List.of();
                    }
                }
            };
        }
    }

    @Breaks("PW08")
    static class TellsSomethingElseEachTime extends Bad {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        List<Sighting> twisted(Connection connection, List<URI> asked, List<Sighting> seen) {
            int call = calls.incrementAndGet();
            return seen.stream()
                    .map(s -> new Sighting(s.profile(), "Job " + call, "", s.since(), s.seenAt()))
                    .toList();
        }
    }
}
