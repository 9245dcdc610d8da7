package org.kontor.customer;

import java.util.ArrayList;
import java.util.List;
import org.kontor.shared.FieldError;

/**
 * Trims, normalises and checks single values, and collects what is against a rule. One instance for one record; what it
 * returns can be stored only when {@link #errors} is empty.
 */
public final class FieldCheck {

    private static final int EMAIL_MAX = 254;
    private static final int PHONE_MAX = 50;
    private static final int WEBSITE_MAX = 500;

    private final List<FieldError> errors = new ArrayList<>(0);

    /** Notes that a field is against a rule. */
    public void refuse(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }

    /** What was found so far, in the order of the calls. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * One line of text: trimmed, tabs and line breaks turned into one blank. Other control characters and halves of
     * surrogate pairs cannot be stored and are refused ({@code CONTROL_CHARACTER}); so is what is longer than {@code max}
     * characters ({@code TOO_LONG}).
     */
    public String line(String field, String value, int max) {
        if (value.isEmpty()) {
            return value;
        }
        String line = value;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r') {
                line = LineBreaks.toBlank(value);
                break;
            }
        }
        line = line.strip();
        if (hasUnstorable(line, false)) {
            refuse(field, "CONTROL_CHARACTER", "Remove the control characters; they cannot be shown.");
        }
        tooLong(field, line, max);
        return line;
    }

    /** Text of several lines: trimmed, line breaks as {@code \n}; refused as for {@link #line}. */
    public String lines(String field, String value, int max) {
        String text = value.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (hasUnstorable(text, true)) {
            refuse(field, "CONTROL_CHARACTER", "Remove the control characters; they cannot be shown.");
        }
        tooLong(field, text, max);
        return text;
    }

    /** An e-mail address, or nothing; see {@link EmailSyntax} for what is accepted ({@code EMAIL_FORMAT}). */
    public String email(String field, String value) {
        String email = line(field, value, EMAIL_MAX);
        if (!email.isEmpty() && !EmailSyntax.accepts(email)) {
            refuse(
                    field,
                    "EMAIL_FORMAT",
                    "Write the address like anna@example.com; “" + shortened(email) + "” is none.");
        }
        return email;
    }

    /**
     * A phone number in E.164 form where it can be understood, else as typed.
     *
     * @param country country of the address; ISO code or anything else
     */
    public String phone(String field, String value, String country) {
        String phone = line(field, value, PHONE_MAX);
        return phone.isEmpty() || phone.length() > PHONE_MAX ? phone : PhoneNumbers.normalise(phone, country);
    }

    /** An http or https address (S0-16), {@code https://} being added where no scheme stands ({@code WEBSITE_FORMAT}). */
    public String website(String field, String value) {
        String website = line(field, value, WEBSITE_MAX);
        if (website.isEmpty()) {
            return website;
        }
        String withScheme = website.indexOf(':') < 0 ? "https://" + website : website;
        if (!WebAddress.accepts(withScheme)) {
            refuse(
                    field,
                    "WEBSITE_FORMAT",
                    "Write the website like https://example.com; only http and https are accepted.");
            return website;
        }
        return withScheme;
    }

    /** An address; its country as ISO code where the name is known. Field names begin with {@code field}. */
    public Address address(String field, Address value) {
        if (value.blank()) {
            return Address.NONE;
        }
        return new Address(
                line(field + ".line1", value.line1(), 200),
                line(field + ".line2", value.line2(), 200),
                line(field + ".city", value.city(), 100),
                line(field + ".state", value.state(), 100),
                line(field + ".postalCode", value.postalCode(), 20),
                Countries.code(line(field + ".country", value.country(), 100)));
    }

    private void tooLong(String field, String value, int max) {
        if (value.length() > max) {
            refuse(field, "TOO_LONG", "Shorten this to " + max + " characters; it has " + value.length() + ".");
        }
    }

    private static boolean hasUnstorable(String text, boolean breaksAllowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                if (!(breaksAllowed && (c == '\n' || c == '\t'))) {
                    return true;
                }
            } else if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 59) + "…";
    }
}
