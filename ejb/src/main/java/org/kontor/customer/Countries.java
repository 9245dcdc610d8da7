package org.kontor.customer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names and codes of countries as people write them, to ISO 3166-1 alpha-2. */
public final class Countries {

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The ISO code where the name or code is known, else the text as it stands. */
    static String code(String country) {
        if (country.isEmpty()) {
            return country;
        }
        if (isCode(country)) {
            return country;
        }
        String code = CODES.get(key(country));
        return code == null ? country : code;
    }

    /** Whether a name or code of a country is understood; any other is kept as it stands. */
    public static boolean known(String country) {
        return isCode(code(country.strip()));
    }

    /** Whether the text is the ISO code of a country. */
    static boolean isCode(String country) {
        return country.length() == 2 && country.equals(CODES.get(country));
    }

    private static String key(String country) {
        return Folding.fold(country).replace(".", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        String[] languages = {"en", "de", "fr", "es", "it", "nl", "pt", "pl"};
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            for (String language : languages) {
                codes.put(key(country.getDisplayCountry(Locale.forLanguageTag(language))), code);
            }
        }
        for (String code : Locale.getISOCountries()) {
            codes.put(new Locale("", code).getISO3Country().toUpperCase(Locale.ROOT), code);
        }
        String[][] alsoCalled = {
            {"US", "United States of America", "The United States", "America", "US of A", "Estados Unidos"},
            {"GB", "UK", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland"},
            {"NL", "Holland", "The Netherlands"},
            {"CZ", "Czech Republic"},
            {"KR", "South Korea", "Korea, South", "Republic of Korea"},
            {"RU", "Russian Federation"},
            {"IE", "Republic of Ireland"},
            {"CN", "PR China", "People's Republic of China"},
            {"TR", "Turkey", "Turkiye"},
            {"AE", "UAE"},
            {"VN", "Viet Nam"},
            {"MK", "Macedonia"},
        };
        for (String[] names : alsoCalled) {
            for (int i = 1; i < names.length; i++) {
                codes.put(key(names[i]), names[0]);
            }
        }
        for (String code : Locale.getISOCountries()) {
            codes.put(code, code);
        }
        return Map.copyOf(codes);
    }
}
