package org.kontor.connectors.tck;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.AccountingSystem;
import org.kontor.spi.Connector;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.ProfileWatch;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.Settings;
import org.kontor.spi.SignatureService;
import org.kontor.spi.TicketSource;

/** What the tests of a remote connector look like, on the sample; the bad ones override what they break. */
final class RemoteTests {

    private RemoteTests() {}

    abstract static class Remote implements RemoteContract {
        final RemoteSystem system = new RemoteSystem();
        final StubServer stub = new StubServer(system);
        final SampleRemote remote = new SampleRemote();

        @Override
        public Connector connector() {
            return remote;
        }

        @Override
        public StubServer stub() {
            return stub;
        }

        @Override
        public KitConnection connection() {
            return to(stub.address().toString()).within(java.time.Duration.ofMillis(600));
        }

        @Override
        public KitConnection connectionToNowhere() {
            StubServer closed = new StubServer(request -> new StubServer.Reply(200, ""));
            closed.close();
            return to(closed.address().toString());
        }
    }

    static class GoodVault extends Remote implements PaymentVaultContract {
        @Override
        public PaymentVault testee() {
            return new SampleVault(remote);
        }

        @Override
        public boolean movesMoney(StubServer.Request request) {
            return request.method().equals("POST") && request.uri().getPath().matches("/(charges|refunds)");
        }

        @Override
        public InboundMessage noticeOfCharge(String key) {
            return new InboundMessage("192.0.2.7", Map.of(), "charged " + key);
        }
    }

    static class GoodBooks extends Remote implements AccountingSystemContract {
        @Override
        public AccountingSystem testee() {
            return new SampleBooks(remote);
        }

        @Override
        public AccountingRecord sample() {
            return AccountingSamples.of(AccountingRecord.Kind.CUSTOMER);
        }

        @Override
        public boolean changesSomething(StubServer.Request request) {
            return request.method().equals("POST");
        }
    }

    static class GoodSignatures extends Remote implements SignatureServiceContract {
        @Override
        public SignatureService testee() {
            return new SampleSignatures(remote);
        }

        @Override
        public boolean changesSomething(StubServer.Request request) {
            return !request.method().equals("GET");
        }

        @Override
        public byte[] received(RemoteRef ref) {
            return system.signatures.received(ref.id());
        }

        @Override
        public byte[] signedFile(RemoteRef ref) {
            return RemoteSignatures.signedFile(ref.id());
        }

        @Override
        public void act(RemoteRef ref, String signerId, SignatureService.SignerState what) {
            system.signatures.act(ref.id(), signerId, what);
        }

        @Override
        public void letExpire(RemoteRef ref) {
            system.signatures.expire(ref.id());
        }
    }

    static class GoodTickets extends Remote implements TicketSourceContract {
        @Override
        public TicketSource testee() {
            return new SampleTickets(remote);
        }

        @Override
        public List<String> ticketIds() {
            return List.of("t1", "t2", "t3");
        }

        @Override
        public String change(String subject) {
            return system.desk.change(subject);
        }

        @Override
        public boolean changesSomething(StubServer.Request request) {
            return !request.method().equals("GET");
        }
    }

    static class GoodWatch extends Remote implements ProfileWatchContract {
        @Override
        public ProfileWatch testee() {
            return new SampleWatch(remote);
        }

        @Override
        public List<URI> profiles() {
            return RemoteDesk.PROFILES;
        }

        @Override
        public URI missingProfile() {
            return URI.create("https://people.example/nobody");
        }

        @Override
        public boolean changesSomething(StubServer.Request request) {
            return !request.method().equals("GET");
        }
    }

    static class GoodChannel implements MessageChannelContract {
        final SampleChannel channel = new SampleChannel();

        @Override
        public MessageChannel testee() {
            return channel;
        }

        @Override
        public Connector connector() {
            return new SampleRemote();
        }

        @Override
        public KitConnection connection() {
            return to("https://good.example");
        }

        @Override
        public KitConnection connectionToNowhere() {
            return to("https://nowhere.example");
        }

        @Override
        public KitConnection connectionThat(StubServer.Fault fault) {
            return switch (fault) {
                case NONE -> connection();
                case ANSWER_429 -> to("https://answers429.example");
                default -> to("https://fails.example");
            };
        }

        @Override
        public String goodAddress() {
            return "+13035550102";
        }

        @Override
        public String badAddress() {
            return "nobody";
        }

        @Override
        public List<String> arrived() {
            return channel.arrived;
        }
    }

    static class GoodSettings implements ConfigurationContract {
        @Override
        public Connector testee() {
            return new SampleRemote();
        }

        @Override
        public Map<String, String> goodSettings() {
            return Map.of("baseUrl", "http://127.0.0.1:9", "apiKey", "key-1");
        }

        @Override
        public Map<String, Use> uses() {
            Effect request = settings -> describe(settings);
            return Map.of(
                    "baseUrl", new Use("https://other.example", request),
                    "apiKey", new Use("key-2", request),
                    "statement", new Use("Other", request));
        }

        private static String describe(Settings settings) {
            var request = new SampleRemote().request(settings, "/x").build();
            return request.uri() + " " + request.headers().map();
        }
    }

    static KitConnection to(String address) {
        return KitConnection.of(SampleRemote.SETTINGS, Map.of("baseUrl", address, "apiKey", "key-1"));
    }
}
