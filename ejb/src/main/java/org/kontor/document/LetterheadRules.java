package org.kontor.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.Address;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;

/** What a letterhead may say. */
final class LetterheadRules {

    private static final int PIXELS_MAX = 4_000;
    private static final Pattern ACCENT = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern VAT_ID = Pattern.compile("[A-Z]{2}[A-Z0-9+*.]{2,28}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{8}([A-Z0-9]{3})?");
    private static final Set<String> LOCALES = Arrays.stream(Locale.getAvailableLocales())
            .map(Locale::toLanguageTag)
            .collect(Collectors.toUnmodifiableSet());

    private LetterheadRules() {}

    /**
     * The draft as it is stored.
     *
     * @throws AppException {@link org.kontor.shared.ErrorKind#INVALID} with every field that is against a rule
     */
    static LetterheadDraft check(LetterheadDraft draft) {
        FieldCheck fields = new FieldCheck();
        LetterheadDraft checked = checked(draft, fields);
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return checked;
    }

    /** The draft as it is stored when nothing is found to be against a rule. */
    static LetterheadDraft checked(LetterheadDraft draft, FieldCheck fields) {
        Address address = fields.address("address", draft.address());
        LetterheadDraft checked = new LetterheadDraft(
                draft.locale().strip(),
                address,
                code(draft.vatId()),
                fields.line("taxNumber", draft.taxNumber(), 30),
                fields.email("email", draft.email()),
                fields.line("phone", draft.phone(), 50),
                fields.website("website", draft.website()),
                fields.line("accountHolder", draft.accountHolder(), 100),
                code(draft.iban()),
                code(draft.bic()),
                draft.accent().strip().toLowerCase(Locale.ROOT),
                fields.lines("footer", draft.footer(), 1_000));
        if (!LOCALES.contains(checked.locale()) || checked.locale().equals("und")) {
            fields.refuse("locale", "WRONG_VALUE", "Enter a language tag, such as en-US or de-DE.");
        }
        wanted(fields, VAT_ID, "vatId", checked.vatId(), "Write it with its country, like DE123456789.");
        wanted(fields, BIC, "bic", checked.bic(), "Enter the 8 or 11 characters of the bank’s BIC.");
        if (!checked.iban().isEmpty() && !iban(checked.iban())) {
            fields.refuse("iban", "WRONG_VALUE", "Check the account number: its check digits do not fit.");
        }
        if (!ACCENT.matcher(checked.accent()).matches()) {
            fields.refuse(
                    "accent", "WRONG_VALUE", "Enter a colour as # and six digits or letters a to f, like #1f4e79.");
        }
        return checked;
    }

    /**
     * A picture that can be printed.
     *
     * @throws AppException {@link org.kontor.shared.ErrorKind#INVALID} for what is none, or is too large
     */
    static Logo logo(byte[] bytes) {
        if (bytes.length > Letterheads.LOGO_MAX) {
            throw AppException.invalid(
                    "logo",
                    "TOO_LARGE",
                    "Choose a smaller file: at most " + Letterheads.LOGO_MAX / 1024 + " KB are accepted.");
        }
        Optional<String> type = type(bytes);
        if (type.isEmpty() || !readable(bytes)) {
            throw AppException.invalid(
                    "logo", "NO_PICTURE", "Choose a PNG or JPEG picture of at most " + PIXELS_MAX + " pixels a side.");
        }
        return new Logo(type.get(), bytes);
    }

    private static Optional<String> type(byte[] bytes) {
        if (bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return Optional.of("image/png");
        }
        return bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8
                ? Optional.of("image/jpeg")
                : Optional.empty();
    }

    /** The size is looked at before the picture is unpacked. */
    private static boolean readable(byte[] bytes) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return false;
            }
            var reader = readers.next();
            reader.setInput(stream);
            if (reader.getWidth(0) > PIXELS_MAX || reader.getHeight(0) > PIXELS_MAX) {
                return false;
            }
            @Nullable BufferedImage picture = reader.read(0);
            reader.dispose();
            return picture != null;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static String code(String value) {
        return value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static void wanted(FieldCheck fields, Pattern pattern, String field, String value, String cure) {
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            fields.refuse(field, "WRONG_VALUE", cure);
        }
    }

    /** ISO 13616: with its head at the end and letters as numbers, the rest by 97 is 1. */
    private static boolean iban(String iban) {
        if (!IBAN.matcher(iban).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
