package org.kontor.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Phone numbers to E.164, without ever losing what was typed: a number that is not understood for certain stays as it is.
 *
 * <p>A number that begins with + or has a country beside it must have a possible length there. Without a country it is read as
 * North American, and then must be a valid number: a national number of another country often has a possible length too.
 */
final class PhoneNumbers {

    private static final String DEFAULT_REGION = "US";
    private static final String PUNCTUATION = " -.()/\u00a0\u2010\u2011\u2013";

    private PhoneNumbers() {}

    /** E.164 where the number is understood, else the text as it stands. */
    static String normalise(String typed, String country) {
        boolean international = typed.charAt(0) == '+';
        boolean countryKnown = Countries.isCode(country);
        String region = countryKnown ? country : DEFAULT_REGION;
        String digits = plainDigits(typed, international ? 1 : 0);
        if (!digits.isEmpty()) {
            String northAmerican = northAmerican(digits, international, region);
            if (!northAmerican.isEmpty()) {
                return northAmerican;
            }
        }
        return parsed(typed, region, international || countryKnown);
    }

    /** Digits of a number that has nothing but digits and the usual punctuation; else nothing. */
    private static String plainDigits(String typed, int start) {
        StringBuilder digits = new StringBuilder(typed.length());
        for (int i = start; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (PUNCTUATION.indexOf(c) < 0) {
                return "";
            }
        }
        return digits.toString();
    }

    /** The frequent case without the library, whose parser costs as much as all the other rules together. */
    private static String northAmerican(String digits, boolean international, String region) {
        if (!international && !region.equals("US") && !region.equals("CA")) {
            return "";
        }
        boolean withCountry = digits.length() == 11 && digits.charAt(0) == '1';
        if (!withCountry && (international || digits.length() != 10)) {
            return "";
        }
        int start = withCountry ? 1 : 0;
        if (digits.charAt(start) < '2' || digits.charAt(start + 3) < '2') {
            return "";
        }
        return withCountry ? "+" + digits : "+1" + digits;
    }

    private static String parsed(String typed, String region, boolean certain) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = util.parse(typed, region);
            boolean understood = certain
                    ? util.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    : util.isValidNumber(number);
            // E.164 has no room for an extension.
            return understood && !number.hasExtension() ? util.format(number, PhoneNumberFormat.E164) : typed;
        } catch (NumberParseException notANumber) {
            return typed;
        }
    }
}
