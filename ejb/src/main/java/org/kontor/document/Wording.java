package org.kontor.document;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.customer.Address;
import org.kontor.receivable.Amounts;

/** How values are written on paper, and what every template knows: the letterhead. */
final class Wording {

    private final Locale locale;

    Wording(Locale locale) {
        this.locale = locale;
    }

    /** An amount in the digits that it has. */
    String amount(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }

    /** Nothing, in the digits of a currency. */
    BigDecimal zero(String currency) {
        return Amounts.rounded(BigDecimal.ZERO, currency);
    }

    /** A quantity, price or rate without zeros at its end; a price with at least {@code digits}. */
    String number(BigDecimal value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(6);
        return format.format(value);
    }

    String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    /** The letterhead of the one with this name, who is in the country that is not told. */
    Map<String, Object> letterhead(String name, Letterhead letterhead) {
        LetterheadView view = letterhead.view();
        Map<String, Object> seller = new LinkedHashMap<>();
        seller.put("name", name);
        seller.put("address", lines(view.address(), view.address().country()));
        seller.put("vatId", view.vatId());
        seller.put("taxNumber", view.taxNumber());
        seller.put("email", view.email());
        seller.put("phone", view.phone());
        seller.put("website", view.website());
        seller.put("accountHolder", view.accountHolder().isEmpty() ? name : view.accountHolder());
        seller.put("iban", view.iban().replaceAll("(.{4})(?=.)", "$1 "));
        seller.put("bic", view.bic());
        seller.put("footer", view.footer());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("seller", seller);
        values.put("logo", letterhead.logo().dataUri());
        values.put("accent", view.accent());
        return values;
    }

    /** A customer as the addressee of a letter from that country. */
    Map<String, Object> customer(String name, Address address, String accountNumber, Letterhead from) {
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("name", name);
        customer.put("address", lines(address, from.view().address().country()));
        customer.put("accountNumber", accountNumber);
        return customer;
    }

    /** Lines of an address; the country is told where it is another one. */
    private List<String> lines(Address address, String home) {
        boolean stateFirst = List.of("US", "CA", "AU").contains(address.country());
        String place = stateFirst
                ? joined(joined(address.city(), ", ", address.state()), " ", address.postalCode())
                : joined(address.postalCode(), " ", address.city());
        List<String> lines = new ArrayList<>(List.of(address.line1(), address.line2(), place));
        if (!stateFirst) {
            lines.add(address.state());
        }
        if (!address.country().equals(home)) {
            lines.add(
                    address.country().length() == 2
                            ? new Locale("", address.country()).getDisplayCountry(locale)
                            : address.country());
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private static String joined(String one, String between, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + between + other;
    }
}
