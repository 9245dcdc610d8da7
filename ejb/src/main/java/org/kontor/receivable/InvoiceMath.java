package org.kontor.receivable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the lines of a document come to. Exact but for the roundings that are named, which are half up to the digits of the
 * currency. Pure.
 */
final class InvoiceMath {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final MathContext WIDE = new MathContext(60);

    private InvoiceMath() {}

    /**
     * What a line says.
     *
     * @param quantity how many; less than zero for something taken back
     * @param unitPrice price of one
     * @param discount percent off, 0 to 100
     * @param taxRate percent, 0 to 100
     */
    record Line(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount, BigDecimal taxRate) {}

    /**
     * What a line comes to.
     *
     * @param net without tax
     * @param tax its part of the tax
     */
    record LineTotal(BigDecimal net, BigDecimal tax) {}

    /**
     * What a document comes to; net and tax of lines and of rates each add up to those of the document.
     *
     * @param net without tax
     * @param tax the tax
     * @param lines in the order of the document
     * @param taxes by rate, the lowest first
     */
    record Total(BigDecimal net, BigDecimal tax, List<LineTotal> lines, List<TaxShare> taxes) {
        /** With tax. */
        BigDecimal gross() {
            return net.add(tax);
        }
    }

    /**
     * Adds up.
     *
     * @param digits decimals of the currency
     * @param rounding where tax is rounded
     * @param taxIncluded whether prices contain the tax
     */
    static Total of(List<Line> lines, int digits, TaxRounding rounding, boolean taxIncluded) {
        BigDecimal[] amounts = new BigDecimal[lines.size()];
        BigDecimal[] taxes = new BigDecimal[lines.size()];
        Map<BigDecimal, List<Integer>> byRate = new TreeMap<>();
        for (int i = 0; i < amounts.length; i++) {
            Line line = lines.get(i);
            amounts[i] = line.quantity()
                    .multiply(line.unitPrice())
                    .multiply(HUNDRED.subtract(line.discount()))
                    .divide(HUNDRED)
                    .setScale(digits, RoundingMode.HALF_UP);
            taxes[i] = tax(amounts[i], line.taxRate(), taxIncluded).setScale(digits, RoundingMode.HALF_UP);
            byRate.computeIfAbsent(Amounts.plain(line.taxRate()), rate -> new ArrayList<>())
                    .add(i);
        }
        if (rounding == TaxRounding.TOTAL) {
            byRate.forEach((rate, places) -> share(amounts, taxes, places, rate, digits, taxIncluded));
        }
        return total(amounts, taxes, byRate, digits, taxIncluded);
    }

    private static BigDecimal tax(BigDecimal amount, BigDecimal rate, boolean included) {
        return included
                ? amount.multiply(rate).divide(HUNDRED.add(rate), WIDE)
                : amount.multiply(rate).divide(HUNDRED, WIDE);
    }

    /** Gives the lines of a rate their parts of its tax, which is rounded once: each rounds what all up to it come to. */
    private static void share(
            BigDecimal[] amounts,
            BigDecimal[] taxes,
            List<Integer> places,
            BigDecimal rate,
            int digits,
            boolean included) {
        BigDecimal upToHere = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO.setScale(digits);
        for (int place : places) {
            upToHere = upToHere.add(amounts[place]);
            BigDecimal due = tax(upToHere, rate, included).setScale(digits, RoundingMode.HALF_UP);
            taxes[place] = due.subtract(given);
            given = due;
        }
    }

    private static Total total(
            BigDecimal[] amounts,
            BigDecimal[] taxes,
            Map<BigDecimal, List<Integer>> byRate,
            int digits,
            boolean included) {
        BigDecimal net = BigDecimal.ZERO.setScale(digits);
        BigDecimal tax = net;
        List<LineTotal> lines = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            LineTotal line = new LineTotal(included ? amounts[i].subtract(taxes[i]) : amounts[i], taxes[i]);
            lines.add(line);
            net = net.add(line.net());
            tax = tax.add(line.tax());
        }
        List<TaxShare> shares = new ArrayList<>();
        byRate.forEach((rate, places) -> {
            BigDecimal rateNet = BigDecimal.ZERO.setScale(digits);
            BigDecimal rateTax = rateNet;
            for (int place : places) {
                rateNet = rateNet.add(lines.get(place).net());
                rateTax = rateTax.add(lines.get(place).tax());
            }
            shares.add(new TaxShare(rate, rateNet, rateTax));
        });
        return new Total(net, tax, lines, shares);
    }
}
