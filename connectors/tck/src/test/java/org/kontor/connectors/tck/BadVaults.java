package org.kontor.connectors.tck;

import static org.kontor.connectors.tck.BadVaults.Twist.instead;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.connectors.tck.RemoteTests.GoodVault;
import org.kontor.spi.Amount;
import org.kontor.spi.Connection;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.VaultNotice;

/** Vaults that break the rules PV. */
final class BadVaults {

    private BadVaults() {}

    /** The good vault, ready to be twisted. */
    static class Twist extends SampleVault {

        Twist(GoodVault test) {
            super(test.remote);
        }

        static <T> Outcome<T> instead(Outcome<T> outcome, Class<?> of, Outcome<T> other) {
            return of.isInstance(outcome) ? other : outcome;
        }
    }

    @Breaks("PV01")
    static class TakesEveryToken extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<StoredMethod> store(Connection connection, StoreRequest request) {
                    return Outcome.done(new StoredMethod("s", "m", MethodType.CARD, "VISA", "1111", Optional.empty()));
                }
            };
        }
    }

    @Breaks("PV02")
    static class TellsAnotherAmount extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
                    return super.charge(connection, request)
                            .map(
                                    c -> new Charge(c.chargeId(), Amount.of("1", "USD"), Optional.empty()),
                                    RemoteCodes.UNREADABLE);
                }
            };
        }
    }

    @Breaks({"PV03", "PV11"})
    static class MakesUpItsOwnKeys extends GoodVault {
        private int count;

        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
                    return super.charge(
                            connection,
                            new ChargeRequest(
                                    new IdempotencyKey("own-" + count++),
                                    request.shopperId(),
                                    request.methodId(),
                                    request.amount(),
                                    ""));
                }
            };
        }
    }

    @Breaks("PV04")
    static class TakesEveryAnswerForDone extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
                    return instead(
                            super.charge(connection, request),
                            Outcome.Refused.class,
                            Outcome.done(new Charge("1", request.amount(), Optional.empty())));
                }
            };
        }
    }

    @Breaks({"PV05", "PV06", "PV07", "PV08"})
    static class CallsAFailureAFailure extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
                    return instead(
                            super.charge(connection, request),
                            Outcome.Unknown.class,
                            Outcome.refused(RemoteCodes.REFUSED.because("The charge failed.")));
                }
            };
        }
    }

    @Breaks({"PV05", "PV08"})
    static class TriesAgainByItself extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
                    Outcome<Charge> outcome = super.charge(connection, request);
                    return outcome instanceof Outcome.Unknown ? super.charge(connection, request) : outcome;
                }
            };
        }
    }

    @Breaks("PV06")
    static class WaitsForEver extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
                    Outcome<Charge> outcome = super.charge(connection, request);
                    if (outcome instanceof Outcome.Unknown
                            && request.key().value().equals("pv06")) {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return outcome;
                }
            };
        }
    }

    @Breaks("PV09")
    static class DoesNotListenToRetryAfter extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
                    return instead(
                            super.charge(connection, request),
                            Outcome.NotSent.class,
                            Outcome.notSent(RemoteCodes.BUSY.because("Busy.")));
                }
            };
        }
    }

    @Breaks("PV10")
    static class DoesNotKnowWithoutAConnection extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
                    return instead(
                            super.charge(connection, request),
                            Outcome.NotSent.class,
                            Outcome.unknown(RemoteCodes.NO_REPLY.because("Who knows.")));
                }
            };
        }
    }

    @Breaks("PV12")
    static class DoesNotTellNeverSeen extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> lookUp(Connection connection, IdempotencyKey key) {
                    return instead(
                            super.lookUp(connection, key),
                            Outcome.NotSent.class,
                            Outcome.unknown(RemoteCodes.NO_REPLY.because("Who knows.")));
                }
            };
        }
    }

    @Breaks("PV13")
    static class TakesAFailedLookUpForNever extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> lookUp(Connection connection, IdempotencyKey key) {
                    return instead(
                            super.lookUp(connection, key),
                            Outcome.Unknown.class,
                            Outcome.notSent(RemoteCodes.NO_REPLY.because("Not found.")));
                }
            };
        }
    }

    @Breaks("PV13")
    static class UsesACodeThatItDidNotDeclare extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Charge> lookUp(Connection connection, IdempotencyKey key) {
                    return instead(
                            super.lookUp(connection, key),
                            Outcome.Unknown.class,
                            Outcome.unknown(new ErrorCode("SURPRISE", ErrorCode.Kind.BUG, "Nobody knows it.")
                                    .because("Surprise.")));
                }
            };
        }
    }

    @Breaks("PV14")
    static class GivesBackTheWrongAmount extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Refund> refund(Connection connection, RefundRequest request) {
                    return Outcome.done(new Refund("1", Amount.of("1", "USD")));
                }
            };
        }
    }

    @Breaks("PV15")
    static class StumblesOverAMethodThatIsGone extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Removal> removeMethod(Connection connection, String shopperId, String methodId) {
                    Outcome<Removal> outcome = super.removeMethod(connection, shopperId, methodId);
                    return outcome.equals(Outcome.done(Removal.ALREADY_GONE))
                            ? Outcome.refused(RemoteCodes.REFUSED.because("Not found."))
                            : outcome;
                }
            };
        }
    }

    @Breaks("PV16")
    static class AcceptsEveryDeletion extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Outcome<Deletion> deleteShopper(Connection connection, DeleteRequest request) {
                    return Outcome.done(new Deletion.Accepted(LocalDate.of(2026, 11, 28)));
                }
            };
        }
    }

    @Breaks("PV17")
    static class DeniesButDoes extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Set<Feature> features() {
                    return Set.of();
                }
            };
        }
    }

    @Breaks("PV18")
    static class SeesNoShopper extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public Optional<Shopper> shopper(Connection connection, String shopperId) {
                    return Optional.empty();
                }
            };
        }
    }

    @Breaks("PV19")
    static class BelievesEverySender extends GoodVault {
        @Override
        public PaymentVault testee() {
            return new Twist(this) {
                @Override
                public VaultNotice notice(Connection connection, InboundMessage message) {
                    return super.notice(connection, new InboundMessage("192.0.2.7", message.headers(), message.body()));
                }
            };
        }
    }
}
