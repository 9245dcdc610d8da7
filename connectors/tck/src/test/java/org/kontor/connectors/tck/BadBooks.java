package org.kontor.connectors.tck;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.connectors.tck.RemoteTests.GoodBooks;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.AccountingSystem;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;

/** Accounting systems that break the rules AC. */
final class BadBooks {

    private BadBooks() {}

    @Breaks("AC01")
    static class LeavesDeletionsOut extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Batch<Pulled> pull(Connection connection, AccountingRecord.Kind kind, Optional<String> cursor)
                        throws ConnectorException {
                    Batch<Pulled> batch = super.pull(connection, kind, cursor);
                    List<Pulled> kept = batch.items().stream()
                            .filter(pulled -> pulled.record().isPresent())
                            .toList();
                    return new Batch<>(kept, batch.cursor(), batch.more());
                }
            };
        }
    }

    @Breaks("AC02")
    static class ForgetsWhatItToldBefore extends GoodBooks {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Batch<Pulled> pull(Connection connection, AccountingRecord.Kind kind, Optional<String> cursor)
                        throws ConnectorException {
                    Batch<Pulled> batch = super.pull(connection, kind, cursor);
                    return calls.incrementAndGet() > 2 ? new Batch<>(List.of(), batch.cursor(), false) : batch;
                }
            };
        }
    }

    @Breaks("AC03")
    static class SkipsOneRecord extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Batch<Pulled> pull(Connection connection, AccountingRecord.Kind kind, Optional<String> cursor)
                        throws ConnectorException {
                    return super.pull(
                            connection,
                            kind,
                            cursor.map(c -> Integer.toString(Integer.parseInt(c) + (c.equals("3") ? 1 : 0))));
                }
            };
        }
    }

    @Breaks({"AC04", "AC05"})
    static class MakesUpItsOwnKeys extends GoodBooks {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Outcome<RemoteRef> push(Connection connection, Push push) {
                    IdempotencyKey own = new IdempotencyKey("own-" + calls.incrementAndGet());
                    return super.push(connection, new Push(own, push.record(), push.existing()));
                }
            };
        }
    }

    @Breaks("AC05")
    static class CallsAFailureAFailure extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Outcome<RemoteRef> push(Connection connection, Push push) {
                    Outcome<RemoteRef> outcome = super.push(connection, push);
                    return outcome instanceof Outcome.Unknown
                            ? Outcome.notSent(RemoteCodes.NO_REPLY.because("It failed."))
                            : outcome;
                }
            };
        }
    }

    @Breaks("AC06")
    static class TakesAFailedLookUpForNever extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Outcome<RemoteRef> lookUp(
                        Connection connection, AccountingRecord.Kind kind, IdempotencyKey key) {
                    Outcome<RemoteRef> outcome = super.lookUp(connection, kind, key);
                    return outcome instanceof Outcome.Unknown
                            ? Outcome.notSent(RemoteCodes.NO_REPLY.because("Not found."))
                            : outcome;
                }
            };
        }
    }

    @Breaks("AC07")
    static class OverwritesWhatItHasNotSeen extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Outcome<RemoteRef> push(Connection connection, Push push) {
                    return super.push(connection, new Push(push.key(), push.record(), Optional.empty()));
                }
            };
        }
    }

    @Breaks("AC08")
    static class TakesAFailedPullForNothingNew extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Batch<Pulled> pull(Connection connection, AccountingRecord.Kind kind, Optional<String> cursor)
                        throws ConnectorException {
                    try {
                        return super.pull(connection, kind, cursor);
                    } catch (ConnectorException e) {
                        return new Batch<>(List.of(), cursor.orElse("0"), false);
                    }
                }
            };
        }
    }

    @Breaks("AC10")
    static class TakesBusyForLost extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Outcome<RemoteRef> push(Connection connection, Push push) {
                    Outcome<RemoteRef> outcome = super.push(connection, push);
                    return outcome instanceof Outcome.NotSent
                            ? Outcome.unknown(outcome.trouble().orElseThrow())
                            : outcome;
                }
            };
        }
    }

    @Breaks("AC09")
    static class DeniesButDoes extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public Set<AccountingRecord.Kind> pushes() {
                    return Set.of();
                }

                @Override
                public Outcome<RemoteRef> push(Connection connection, Push push) {
                    return Outcome.done(new RemoteRef("1", "1"));
                }
            };
        }
    }

    @Breaks("AC11")
    static class LeavesAnAccountOut extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public List<Account> accounts(Connection connection, Set<String> customerIds)
                        throws ConnectorException {
                    List<Account> all = super.accounts(connection, customerIds);
                    return all.subList(0, Math.min(1, all.size()));
                }
            };
        }
    }

    @Breaks("AC12")
    static class NumbersContactsAnew extends GoodBooks {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public List<Account> accounts(Connection connection, Set<String> customerIds)
                        throws ConnectorException {
                    return super.accounts(connection, customerIds).stream()
                            .map(each -> new Account(
                                    each.ref(), each.customer(), List.of(numbered()), each.balances(), each.asOf()))
                            .toList();
                }
            };
        }

        private AccountingSystem.Person numbered() {
            return new AccountingSystem.Person("p" + count.incrementAndGet(), "Wanda", "Rook", "", "", "", "", true);
        }
    }

    @Breaks("AC13")
    static class TakesAFailureForNobody extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public List<Account> accounts(Connection connection, Set<String> customerIds) {
                    try {
                        return super.accounts(connection, customerIds);
                    } catch (ConnectorException e) {
                        return List.of();
                    }
                }
            };
        }
    }

    @Breaks("AC14")
    static class DeniesAccountsButTells extends GoodBooks {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote) {
                @Override
                public boolean tellsAccounts() {
                    return false;
                }
            };
        }
    }
}
