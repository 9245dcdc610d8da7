package org.kontor.connectors.tck;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.connectors.tck.RemoteTests.GoodChannel;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.Outcome;

/** Message channels that break the rules MC. */
final class BadChannels {

    private BadChannels() {}

    private abstract static class Bad extends GoodChannel {
        abstract Outcome<MessageChannel.Sent> twisted(
                Outcome<MessageChannel.Sent> outcome, MessageChannel.Message message);

        @Override
        public MessageChannel testee() {
            return new SampleChannel() {
                @Override
                public Outcome<Sent> send(Connection connection, Message message) {
                    return twisted(channel.send(connection, message), message);
                }
            };
        }

        static Outcome<MessageChannel.Sent> done() {
            return Outcome.done(new MessageChannel.Sent("1"));
        }
    }

    @Breaks("MC01")
    static class SendsTwice extends Bad {
        @Override
        Outcome<MessageChannel.Sent> twisted(Outcome<MessageChannel.Sent> outcome, MessageChannel.Message message) {
            return outcome instanceof Outcome.Done ? channel.send(connection(), message) : outcome;
        }
    }

    @Breaks({"MC02", "MC05", "MC06", "MC07"})
    static class TakesEverything extends Bad {
        @Override
        Outcome<MessageChannel.Sent> twisted(Outcome<MessageChannel.Sent> outcome, MessageChannel.Message message) {
            return outcome instanceof Outcome.Refused ? done() : outcome;
        }
    }

    @Breaks("MC03")
    static class DoesNotKnowWithoutAConnection extends Bad {
        @Override
        Outcome<MessageChannel.Sent> twisted(Outcome<MessageChannel.Sent> outcome, MessageChannel.Message message) {
            return outcome instanceof Outcome.NotSent
                    ? Outcome.unknown(RemoteCodes.UNREACHABLE.because("Who knows."))
                    : outcome;
        }
    }

    @Breaks("MC04")
    static class TakesALostReplyForNotSent extends Bad {
        @Override
        Outcome<MessageChannel.Sent> twisted(Outcome<MessageChannel.Sent> outcome, MessageChannel.Message message) {
            return outcome instanceof Outcome.Unknown
                    ? Outcome.notSent(RemoteCodes.UNREACHABLE.because("Failed."))
                    : outcome;
        }
    }

    @Breaks("MC08")
    static class DoesNotSayHowLongToWait extends Bad {
        @Override
        Outcome<MessageChannel.Sent> twisted(Outcome<MessageChannel.Sent> outcome, MessageChannel.Message message) {
            return outcome instanceof Outcome.NotSent
                    ? Outcome.notSent(outcome.trouble().orElseThrow())
                    : outcome;
        }
    }

    @Breaks("MC09")
    static class SendsAgainAfterAFailure extends GoodChannel {
        @Override
        public MessageChannel testee() {
            return new SampleChannel() {
                @Override
                public Outcome<Sent> send(Connection connection, Message message) {
                    Outcome<Sent> outcome = channel.send(connection, message);
                    return outcome instanceof Outcome.Unknown ? channel.send(connection, message) : outcome;
                }
            };
        }
    }

    @Breaks("MC10")
    static class TakesASecondTryForARepetition extends GoodChannel {
        private final Set<String> keys = new HashSet<>();

        @Override
        public MessageChannel testee() {
            return new SampleChannel() {
                @Override
                public Outcome<Sent> send(Connection connection, Message message) {
                    return keys.add(message.key().value()) ? channel.send(connection, message) : Bad.done();
                }
            };
        }
    }

    @Breaks("MC05")
    static class MakesUpReports extends GoodChannel {
        @Override
        public MessageChannel testee() {
            return new SampleChannel() {
                @Override
                public Batch<Delivery> deliveries(Connection connection, Optional<String> cursor) {
                    return new Batch<>(List.of(), "1", false);
                }
            };
        }
    }
}
