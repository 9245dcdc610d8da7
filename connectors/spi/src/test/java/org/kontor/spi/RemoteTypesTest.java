package org.kontor.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.spi.PaymentVault.MethodType;
import org.kontor.spi.PaymentVault.StoreRequest;
import org.kontor.spi.PaymentVault.StoredMethod;

class RemoteTypesTest {

    private static final ErrorCode UNREADABLE =
            new ErrorCode("UNREADABLE", ErrorCode.Kind.BUG, "The reply has no form.");
    private static final List<Setting> SETTINGS = List.of(
            Setting.required("baseUrl", Setting.Type.URL, "Where it is."),
            Setting.secret("password", "The password."),
            Setting.withDefault("size", Setting.Type.NUMBER, "How many.", "20"),
            Setting.withDefault("fast", Setting.Type.SWITCH, "Whether it hurries.", "false"),
            Setting.choice("mode", "Which one.", "sandbox", "production"));

    @Test
    void settingsAreReadByTypeWithTheirDefaults() {
        Settings settings =
                Settings.of(SETTINGS, Map.of("baseUrl", "https://x.example", "password", "hush", "fast", " "));
        assertEquals("x.example", settings.url("baseUrl").orElseThrow().getHost());
        assertEquals("hush", settings.secret("password").orElseThrow().reveal());
        assertEquals(20, settings.number("size").orElseThrow());
        assertFalse(settings.isOn("fast"));
        assertEquals("sandbox", settings.text("mode").orElseThrow());
        assertFalse(settings.toString().contains("hush"), settings::toString);
        assertThrows(IllegalArgumentException.class, () -> settings.text("password"), "a secret is no text");
        assertThrows(IllegalArgumentException.class, () -> settings.number("mode"));
        assertThrows(IllegalArgumentException.class, () -> settings.text("unheardOf"));
    }

    @Test
    void everythingWrongWithSettingsIsToldAtOnce() {
        List<SettingProblem> problems = Settings.problems(
                SETTINGS,
                Map.of("baseUrl", "x.example", "size", "many", "fast", "yes", "mode", "test", "colour", "red"));
        assertEquals(
                List.of(
                        "colour UNKNOWN_SETTING",
                        "baseUrl SETTING_FORMAT",
                        "password REQUIRED",
                        "size SETTING_FORMAT",
                        "fast SETTING_FORMAT",
                        "mode SETTING_FORMAT"),
                problems.stream().map(p -> p.key() + " " + p.code()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x.example", "https:", "https://user:hush@x.example", "not an address"})
    void anAddressIsAWebAddressWithoutCredentials(String value) {
        assertTrue(SETTINGS.get(0).wrong(value).isPresent());
    }

    @Test
    void aSettingThatNoFormCouldShowIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Setting.withDefault("size", Setting.Type.NUMBER, "How many.", "x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Setting("m", Setting.Type.CHOICE, "Which.", Optional.empty(), true, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Setting("m", Setting.Type.NUMBER, "Which.", Optional.empty(), true, true));
    }

    @ParameterizedTest
    @CsvSource({"4111 1111 1111 1111,true", "4111111111111112,false", "tok_4111111111111111,false", "123,false"})
    void aCardNumberIsRecognised(String text, boolean expected) {
        assertEquals(expected, CardNumbers.looksLikeOne(text));
    }

    @Test
    void aCardNumberNeverTakesThePlaceOfAToken() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new StoreRequest(
                        new IdempotencyKey("k"), "1", Optional.empty(), new Secret("4111111111111111"), "A", "B", ""));
        assertFalse(refusal.getMessage().contains("4111"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new StoredMethod("1", "1", MethodType.CARD, "VISA", "41111", Optional.empty()));
    }

    @Test
    void aReplyThatCannotBeReadIsUnknownWhateverItSaid() {
        Outcome<String> done = Outcome.done("12,5");
        assertInstanceOf(Outcome.Unknown.class, done.map(Double::valueOf, UNREADABLE));
        assertInstanceOf(Outcome.Unknown.class, Outcome.pending("x").map(Double::valueOf, UNREADABLE));
        assertEquals(Outcome.done(12.5), Outcome.done("12.5").map(Double::valueOf, UNREADABLE));
        Problem no = UNREADABLE.because("No.");
        assertEquals(Outcome.refused(no), Outcome.<String>refused(no).map(Double::valueOf, UNREADABLE));
        assertEquals(Outcome.notSent(no), Outcome.<String>notSent(no).map(Double::valueOf, UNREADABLE));
        assertEquals(Outcome.unknown(no), Outcome.<String>unknown(no).map(Double::valueOf, UNREADABLE));
    }

    @Test
    void moneyIsExact() {
        assertEquals(Amount.of("12.5", "EUR"), Amount.of("12.50", "EUR"));
        assertEquals("1200 JPY", Amount.of("1200", "JPY").toString());
        assertThrows(IllegalArgumentException.class, () -> Amount.of("12.505", "EUR"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PaymentVault.RefundRequest(
                        new IdempotencyKey("k"), "1", Amount.of("10", "EUR"), Amount.of("10.01", "EUR")));
    }

    @Test
    void aDocumentToSignHasATitleBytesAndSomebodyWhoSigns() {
        SignatureService.Signer wanda = new SignatureService.Signer("Wanda Rook", "wanda@rook.example");
        assertFalse(document("Lease", "", 1, List.of(wanda)).ordered(), "an order of one is none");
        assertTrue(document("Lease", "", 1, List.of(wanda, wanda)).ordered());
        assertThrows(IllegalArgumentException.class, () -> document("two\nlines", "", 1, List.of(wanda)));
        assertThrows(IllegalArgumentException.class, () -> document(" ", "", 1, List.of(wanda)));
        assertThrows(IllegalArgumentException.class, () -> document("Lease", "x".repeat(5001), 1, List.of(wanda)));
        assertThrows(IllegalArgumentException.class, () -> document("Lease", "", 0, List.of(wanda)));
        assertThrows(IllegalArgumentException.class, () -> document("Lease", "", 1, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"'',a@b.example", "Wanda,nobody", "Wanda,'a@b.example, c@d.example'", "'Wanda\nRook',a@b.example"})
    void aSignerHasANameAndOneAddress(String name, String email) {
        assertThrows(IllegalArgumentException.class, () -> new SignatureService.Signer(name, email));
    }

    @Test
    void eachSignerHasAnIdOfItsOwn() {
        RemoteRef ref = new RemoteRef("1", "");
        assertThrows(IllegalArgumentException.class, () -> new SignatureService.Requested(ref, List.of("1", "1")));
        assertThrows(IllegalArgumentException.class, () -> new SignatureService.Requested(ref, List.of(" ")));
        assertThrows(IllegalArgumentException.class, () -> new SignatureService.Requested(ref, List.of()));
    }

    private static SignatureService.SignatureRequest document(
            String title, String message, long size, List<SignatureService.Signer> signers) {
        return new SignatureService.SignatureRequest(
                new IdempotencyKey("k"),
                title,
                message,
                () -> new java.io.ByteArrayInputStream(new byte[1]),
                size,
                signers,
                true,
                Optional.empty());
    }

    @Test
    void aHeaderOfAMessageIsOneLine() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MessageChannel.Message(
                        new IdempotencyKey("k"),
                        "a@b.example",
                        Optional.empty(),
                        "x\nBcc: y",
                        "",
                        Optional.empty(),
                        List.of()));
    }
}
