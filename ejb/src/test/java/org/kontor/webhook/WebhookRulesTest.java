package org.kontor.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.InetAddress;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.shared.AppException;

/** Signatures, pauses and addresses, without a database. */
class WebhookRulesTest {

    @Test
    void theLibraryOfStandardWebhooksAcceptsTheSignatureAndNothingElse() throws Exception {
        String secret = WebhookSignature.newSecret();
        long now = Instant.now().getEpochSecond();
        String body = "{\"type\":\"customer.created\",\"data\":{\"name\":\"Zoë\"}}";
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("msg_1"),
                        "webhook-timestamp", List.of(Long.toString(now)),
                        "webhook-signature", List.of(WebhookSignature.of(secret, "msg_1", now, body))),
                (name, value) -> true);
        new Webhook(secret).verify(body, headers);
        assertThrows(WebhookVerificationException.class, () -> new Webhook(secret).verify(body + " ", headers));
        assertThrows(
                WebhookVerificationException.class,
                () -> new Webhook(WebhookSignature.newSecret()).verify(body, headers));
    }

    @Test
    void pausesGrowAndTriesGoOnForThreeDays() {
        assertEquals(Duration.ofSeconds(10), Pauses.afterFailure(1, 0.5));
        assertEquals(Duration.ofSeconds(30), Pauses.afterFailure(2, 0.5));
        assertEquals(Duration.ofHours(12), Pauses.afterFailure(60, 0.5));
        Duration early = Pauses.afterFailure(3, 0);
        Duration late = Pauses.afterFailure(3, 1);
        assertTrue(early.compareTo(late) < 0 && early.compareTo(Duration.ofSeconds(70)) > 0, early + " " + late);
        Instant queued = Instant.parse("2026-11-21T09:30:00Z");
        assertFalse(Pauses.over(queued, queued.plus(Duration.ofHours(71))));
        assertTrue(Pauses.over(queued, queued.plus(Duration.ofHours(72))));
        Duration longest = Duration.ZERO;
        int tries = 0;
        while (longest.compareTo(Pauses.TRIED_FOR) < 0) {
            longest = longest.plus(Pauses.afterFailure(++tries, 0.5));
        }
        assertTrue(tries > 10 && tries < 20, "tries " + tries);
    }

    @Test
    void theBreakerStaysOpenLongerEachTimeButNeverForMoreThanAnHour() {
        assertEquals(Duration.ofSeconds(30), Pauses.open(0));
        assertEquals(Duration.ofMinutes(1), Pauses.open(1));
        assertEquals(Duration.ofHours(1), Pauses.open(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "172.16.5.4",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void addressesOfPrivateNetworksAreNotPublic(String address) throws Exception {
        assertFalse(WebhookTarget.isPublic(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void othersAre(String address) throws Exception {
        assertTrue(WebhookTarget.isPublic(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://10.1.2.3:8443/x",
                "https://user:pass@93.184.216.34/",
                "ftp://93.184.216.34/",
                "not a url",
                "https:///nohost",
                ""
            })
    void aUrlThatMustNotBeCalledIsRefusedWhenSubscribing(String url) {
        AppException e = assertThrows(AppException.class, () -> target(false).check(url));
        assertEquals("url", e.errors().get(0).field());
    }

    @Test
    void aNameThatMeansAnotherAddressAtTheTryIsRefusedThen() throws Exception {
        List<InetAddress> meanings = new java.util.ArrayList<>(
                List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1")));
        WebhookTarget rebinding = new WebhookTarget() {
            @Override
            boolean allowsPrivate() {
                return false;
            }

            @Override
            List<InetAddress> resolve(String host) {
                return List.of(meanings.remove(0));
            }
        };
        assertEquals(
                "93.184.216.34", rebinding.of("https://example.org/").address().getHostAddress());
        assertThrows(WebhookTarget.Refused.class, () -> rebinding.of("https://example.org/"));
        assertEquals(List.of(), meanings, "each try asks once, and connects to what it was told");
    }

    @Test
    void oneNameWithAPublicAndAPrivateAddressIsRefused() {
        WebhookTarget both = new WebhookTarget() {
            @Override
            boolean allowsPrivate() {
                return false;
            }

            @Override
            List<InetAddress> resolve(String host) throws java.net.UnknownHostException {
                return List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1"));
            }
        };
        assertThrows(WebhookTarget.Refused.class, () -> both.of("https://example.org/"));
    }

    static WebhookTarget target(boolean allowsPrivate) {
        return new WebhookTarget() {
            @Override
            boolean allowsPrivate() {
                return allowsPrivate;
            }
        };
    }
}
