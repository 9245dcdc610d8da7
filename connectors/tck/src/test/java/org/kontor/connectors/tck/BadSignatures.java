package org.kontor.connectors.tck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.connectors.tck.RemoteTests.GoodSignatures;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Content;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.SignatureService;

/** Signature services that break the rules SG. */
final class BadSignatures {

    private BadSignatures() {}

    /** Twists how sending ends. */
    private abstract static class Sending extends GoodSignatures {
        abstract Outcome<SignatureService.Requested> twisted(Outcome<SignatureService.Requested> outcome, Sender again);

        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Outcome<Requested> send(Connection connection, SignatureRequest request) {
                    return twisted(super.send(connection, request), () -> super.send(connection, request));
                }
            };
        }

        interface Sender {
            Outcome<SignatureService.Requested> send();
        }
    }

    /** Twists what is sent. */
    private abstract static class Asking extends GoodSignatures {
        abstract SignatureService.SignatureRequest twisted(SignatureService.SignatureRequest request);

        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Outcome<Requested> send(Connection connection, SignatureRequest request) {
                    return super.send(connection, twisted(request));
                }
            };
        }

        static SignatureService.SignatureRequest copy(
                SignatureService.SignatureRequest request, IdempotencyKey key, Content pdf, boolean inOrder) {
            return new SignatureService.SignatureRequest(
                    key,
                    request.title(),
                    request.message(),
                    pdf,
                    request.size(),
                    request.signers(),
                    inOrder,
                    request.expires());
        }
    }

    /** Twists what is told of a document. */
    private abstract static class Telling extends GoodSignatures {
        abstract SignatureService.State twisted(SignatureService.Progress progress);

        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Progress progress(Connection connection, RemoteRef ref) throws ConnectorException {
                    Progress progress = super.progress(connection, ref);
                    return new Progress(twisted(progress), progress.signers(), "");
                }
            };
        }
    }

    /** Twists the file. */
    private abstract static class Giving extends GoodSignatures {
        abstract Content twisted(SignatureService service, Connection connection, RemoteRef ref)
                throws ConnectorException;

        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Content signed(Connection connection, RemoteRef ref) throws ConnectorException {
                    return twisted(new SampleSignatures(remote), connection, ref);
                }
            };
        }
    }

    /** Twists how a reminder or a withdrawal ends. */
    private abstract static class Changing extends GoodSignatures {
        abstract Outcome<RemoteRef> twisted(Outcome<RemoteRef> outcome, RemoteRef ref, Sender again);

        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Outcome<RemoteRef> withdraw(Connection connection, RemoteRef ref, String reason) {
                    return twisted(
                            super.withdraw(connection, ref, reason),
                            ref,
                            () -> super.withdraw(connection, ref, reason));
                }

                @Override
                public Outcome<RemoteRef> remind(Connection connection, RemoteRef ref, String signerId) {
                    return twisted(
                            super.remind(connection, ref, signerId),
                            ref,
                            () -> super.remind(connection, ref, signerId));
                }
            };
        }

        interface Sender {
            Outcome<RemoteRef> send();
        }
    }

    private static Outcome<SignatureService.Requested> madeUp() {
        return Outcome.done(new SignatureService.Requested(new RemoteRef("1", ""), List.of("1", "2")));
    }

    @Breaks("SG01")
    static class ChangesTheDocument extends Asking {
        @Override
        SignatureService.SignatureRequest twisted(SignatureService.SignatureRequest request) {
            return copy(request, request.key(), () -> new ByteArrayInputStream(new byte[9]), request.inOrder());
        }
    }

    @Breaks({"SG02", "SG03", "SG05"})
    static class MakesUpItsOwnKeys extends Asking {
        private int count;

        @Override
        SignatureService.SignatureRequest twisted(SignatureService.SignatureRequest request) {
            return copy(request, new IdempotencyKey("own-" + count++), request.pdf(), request.inOrder());
        }
    }

    @Breaks("SG20")
    static class TellsEverybodyAtOnce extends Asking {
        @Override
        SignatureService.SignatureRequest twisted(SignatureService.SignatureRequest request) {
            return copy(request, request.key(), request.pdf(), false);
        }
    }

    @Breaks({"SG03", "SG04"})
    static class CallsAFailureAFailure extends Sending {
        @Override
        Outcome<SignatureService.Requested> twisted(Outcome<SignatureService.Requested> outcome, Sender again) {
            return outcome instanceof Outcome.Unknown
                    ? Outcome.refused(RemoteCodes.REFUSED.because("It failed."))
                    : outcome;
        }
    }

    @Breaks({"SG03", "SG04"})
    static class SendsAgainByItself extends Sending {
        @Override
        Outcome<SignatureService.Requested> twisted(Outcome<SignatureService.Requested> outcome, Sender again) {
            return outcome instanceof Outcome.Unknown ? again.send() : outcome;
        }
    }

    @Breaks("SG05")
    static class DoesNotSayHowLongToWait extends Sending {
        @Override
        Outcome<SignatureService.Requested> twisted(Outcome<SignatureService.Requested> outcome, Sender again) {
            return outcome instanceof Outcome.NotSent
                    ? Outcome.notSent(outcome.trouble().orElseThrow())
                    : outcome;
        }
    }

    @Breaks("SG06")
    static class DoesNotKnowWithoutAConnection extends Sending {
        @Override
        Outcome<SignatureService.Requested> twisted(Outcome<SignatureService.Requested> outcome, Sender again) {
            return outcome instanceof Outcome.NotSent
                    ? Outcome.unknown(RemoteCodes.NO_REPLY.because("Who knows."))
                    : outcome;
        }
    }

    @Breaks("SG07")
    static class BlamesTheServiceForTheCredentials extends Sending {
        @Override
        Outcome<SignatureService.Requested> twisted(Outcome<SignatureService.Requested> outcome, Sender again) {
            return outcome instanceof Outcome.Refused
                    ? Outcome.notSent(RemoteCodes.BUSY.because("Wait a little."))
                    : outcome;
        }
    }

    @Breaks("SG08")
    static class TakesAFailedLookUpForNever extends GoodSignatures {
        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Optional<Requested> lookUp(Connection connection, IdempotencyKey key) {
                    try {
                        return super.lookUp(connection, key);
                    } catch (ConnectorException e) {
                        return Optional.empty();
                    }
                }
            };
        }
    }

    @Breaks("SG09")
    static class TakesWhateverComes extends Sending {
        @Override
        Outcome<SignatureService.Requested> twisted(Outcome<SignatureService.Requested> outcome, Sender again) {
            return outcome instanceof Outcome.Refused ? madeUp() : outcome;
        }
    }

    @Breaks("SG10")
    static class DoesWhatItDenies extends GoodSignatures {
        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Set<Feature> features() {
                    return Set.of();
                }
            };
        }
    }

    @Breaks("SG11")
    static class ThrowsOnAFileThatIsGone extends Asking {
        @Override
        SignatureService.SignatureRequest twisted(SignatureService.SignatureRequest request) {
            try {
                request.pdf().open().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return request;
        }
    }

    @Breaks("SG12")
    static class IsCompleteWithTheFirst extends Telling {
        @Override
        SignatureService.State twisted(SignatureService.Progress progress) {
            boolean one = progress.signers().stream()
                    .anyMatch(signer -> signer.state() == SignatureService.SignerState.SIGNED);
            return one ? SignatureService.State.COMPLETED : progress.state();
        }
    }

    @Breaks({"SG13", "SG21"})
    static class KnowsNoOtherEnd extends Telling {
        @Override
        SignatureService.State twisted(SignatureService.Progress progress) {
            return progress.state() == SignatureService.State.COMPLETED
                    ? SignatureService.State.COMPLETED
                    : SignatureService.State.SENT;
        }
    }

    @Breaks("SG14")
    static class GivesOutWhatIsNotSigned extends Giving {
        @Override
        Content twisted(SignatureService service, Connection connection, RemoteRef ref) {
            byte[] file = received(ref);
            return () -> new ByteArrayInputStream(file);
        }
    }

    @Breaks("SG14")
    static class ReadsTheFileLater extends Giving {
        @Override
        Content twisted(SignatureService service, Connection connection, RemoteRef ref) throws ConnectorException {
            service.signed(connection, ref);
            return () -> {
                try {
                    return service.signed(connection, ref).open();
                } catch (ConnectorException e) {
                    throw new IOException(e);
                }
            };
        }
    }

    @Breaks("SG15")
    static class TakesNoAnswerForNoNews extends GoodSignatures {
        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Progress progress(Connection connection, RemoteRef ref) {
                    try {
                        return super.progress(connection, ref);
                    } catch (ConnectorException e) {
                        return new Progress(State.SENT, List.of(), "");
                    }
                }
            };
        }
    }

    @Breaks({"SG16", "SG19"})
    static class CallsARefusalDone extends Changing {
        @Override
        Outcome<RemoteRef> twisted(Outcome<RemoteRef> outcome, RemoteRef ref, Sender again) {
            return outcome instanceof Outcome.Refused ? Outcome.done(ref) : outcome;
        }
    }

    @Breaks({"SG17", "SG19"})
    static class ChangesAgainByItself extends Changing {
        @Override
        Outcome<RemoteRef> twisted(Outcome<RemoteRef> outcome, RemoteRef ref, Sender again) {
            return outcome instanceof Outcome.Unknown ? again.send() : outcome;
        }
    }

    @Breaks("SG18")
    static class QuotesWhatItWasToldInConfidence extends Sending {
        @Override
        Outcome<SignatureService.Requested> twisted(Outcome<SignatureService.Requested> outcome, Sender again) {
            String key = connection().settings().secret("apiKey").orElseThrow().reveal();
            return outcome instanceof Outcome.Refused
                    ? Outcome.refused(RemoteCodes.REFUSED.because("It refused " + key + "."))
                    : outcome;
        }
    }

    @Breaks("SG22")
    static class HasNoProof extends GoodSignatures {
        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote) {
                @Override
                public Optional<Content> proof(Connection connection, RemoteRef ref) {
                    return Optional.empty();
                }
            };
        }
    }
}
