package org.kontor.connectors.bluesnap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.VaultNotice;
import org.kontor.spi.VaultNotice.Subject;

/** BlueSnap's webhooks. */
class NoticesTest {

    @ParameterizedTest
    @CsvSource({
        "CHARGE,CHARGE",
        "CC_CHARGE_FAILED,CHARGE",
        "REFUND,REFUND",
        "CHARGEBACK,CHARGEBACK",
        "ACCOUNT_UPDATER&updatedCreditCardLast4Digits=1111,SHOPPER"
    })
    void whatHappenedIsToldWithTheIdsToAskBy(String event, Subject subject) {
        VaultNotice.About about = assertInstanceOf(
                VaultNotice.About.class,
                read(
                        "141.226.141.200",
                        "sandbox",
                        "transactionType=" + event
                                + "&merchantTransactionId=c-1&referenceNumber=1023190247&accountId=19570408"));
        assertEquals(subject, about.subject());
        assertEquals(Optional.of(new IdempotencyKey("c-1")), about.key());
        assertEquals("1023190247", about.remoteId());
        assertEquals("19570408", about.shopperId());
    }

    @Test
    void aChargeThatIsNotKontorsHasNoKey() {
        VaultNotice.About about = assertInstanceOf(
                VaultNotice.About.class,
                read("141.226.141.200", "sandbox", "transactionType=CHARGE&merchantTransactionId=shop+order+%2312"));
        assertEquals(Optional.empty(), about.key());
    }

    @Test
    void whatKontorDoesNotKeepIsUnimportant() {
        assertEquals(
                new VaultNotice.Unimportant("CANCELLATION"),
                read("141.226.141.200", "sandbox", "transactionType=CANCELLATION"));
    }

    /** A message of the sandbox must not reach the books of production. */
    @ParameterizedTest
    @CsvSource({"141.226.140.200,production", "141.226.140.100,sandbox", "10.0.0.1,production"})
    void whoeverIsNotASenderOfTheEnvironmentIsNotBelieved(String address, String environment) {
        assertInstanceOf(VaultNotice.Untrusted.class, read(address, environment, "transactionType=CHARGE"));
    }

    @Test
    void brokenFormsAreUnreadable() {
        assertInstanceOf(VaultNotice.Unreadable.class, read("141.226.141.200", "sandbox", "transactionType=%zz"));
        assertInstanceOf(VaultNotice.Unreadable.class, read("141.226.141.200", "sandbox", ""));
    }

    private static VaultNotice read(String address, String environment, String body) {
        return Notices.read(
                BlueSnapContractTest.to("http://127.0.0.1:9", Map.of("environment", environment))
                        .settings(),
                new InboundMessage(address, Map.of(), body));
    }
}
