package org.kontor.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.kontor.receivable.InvoiceLineView;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentLineDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeLineItemType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAllowanceChargeType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePriceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeProductType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementLineMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IndicatorType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.QuantityType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.TextType;

/** Writes a line of an issued document as Cross Industry Invoice. */
final class CiiLine {

    /** What is counted, when nothing is said. */
    private static final String ONE = "C62";

    private static final int PRICE_DIGITS = 8;

    private CiiLine() {}

    /** Standard rate; exempt where the code of the tax rate says so; else taxed with zero. */
    static String category(InvoiceLineView line) {
        return line.taxRate().signum() > 0 ? "S" : exempt(line) ? "E" : "Z";
    }

    static boolean exempt(InvoiceLineView line) {
        return line.taxRate().signum() == 0 && line.taxCode().startsWith("EXEMPT");
    }

    static TradeTaxType tax(InvoiceLineView line) {
        TradeTaxType tax = new TradeTaxType();
        tax.setTypeCode("VAT");
        tax.setCategoryCode(category(line));
        tax.setRateApplicablePercent(line.taxRate());
        return tax;
    }

    static SupplyChainTradeLineItemType item(int position, InvoiceLineView line, boolean pricesIncludeTax) {
        DocumentLineDocumentType number = new DocumentLineDocumentType();
        number.setLineID(Integer.toString(position));
        TradeProductType product = new TradeProductType();
        if (!line.itemCode().isEmpty()) {
            product.setSellerAssignedID(line.itemCode());
        }
        product.addName(new TextType(line.description()));
        LineTradeSettlementType settlement = new LineTradeSettlementType();
        settlement.addApplicableTradeTax(tax(line));
        TradePriceType price = new TradePriceType();
        BigDecimal quantity = quantityAndPrice(line, pricesIncludeTax, price, settlement);
        LineTradeAgreementType agreement = new LineTradeAgreementType();
        agreement.setNetPriceProductTradePrice(price);
        QuantityType billed = new QuantityType(quantity);
        billed.setUnitCode(ONE);
        LineTradeDeliveryType delivery = new LineTradeDeliveryType();
        delivery.setBilledQuantity(billed);
        TradeSettlementLineMonetarySummationType sum = new TradeSettlementLineMonetarySummationType();
        sum.addLineTotalAmount(new AmountType(line.net()));
        settlement.setSpecifiedTradeSettlementLineMonetarySummation(sum);
        SupplyChainTradeLineItemType item = new SupplyChainTradeLineItemType();
        item.setAssociatedDocumentLineDocument(number);
        item.setSpecifiedTradeProduct(product);
        item.setSpecifiedLineTradeAgreement(agreement);
        item.setSpecifiedLineTradeDelivery(delivery);
        item.setSpecifiedLineTradeSettlement(settlement);
        return item;
    }

    /**
     * Prices of the standard are without tax and not below zero: what is taken back has a quantity below zero. Where quantity and
     * price do not give the amount of the line, the price follows from the amount.
     */
    private static BigDecimal quantityAndPrice(
            InvoiceLineView line, boolean pricesIncludeTax, TradePriceType price, LineTradeSettlementType settlement) {
        BigDecimal off = line.quantity()
                .multiply(line.unitPrice())
                .setScale(line.net().scale(), RoundingMode.HALF_UP)
                .subtract(line.net());
        boolean asPrinted = !pricesIncludeTax
                && line.unitPrice().signum() >= 0
                && (off.signum() == 0
                        || (line.discount().signum() > 0 && line.net().signum() >= 0));
        if (!asPrinted && line.quantity().signum() != 0) {
            BigDecimal quantity = (line.net().signum() < 0) != (line.quantity().signum() < 0)
                    ? line.quantity().negate()
                    : line.quantity();
            price.addChargeAmount(new AmountType(line.net().divide(quantity, PRICE_DIGITS, RoundingMode.HALF_UP)));
            return quantity;
        }
        price.addChargeAmount(new AmountType(line.unitPrice().abs()));
        if (off.signum() != 0) {
            TradeAllowanceChargeType allowance = new TradeAllowanceChargeType();
            IndicatorType charge = new IndicatorType();
            charge.setIndicator(Boolean.FALSE);
            allowance.setChargeIndicator(charge);
            allowance.setCalculationPercent(line.discount());
            allowance.setBasisAmount(line.net().add(off));
            allowance.addActualAmount(new AmountType(off));
            // 95 is a discount.
            allowance.setReasonCode("95");
            settlement.addSpecifiedTradeAllowanceCharge(allowance);
        }
        return line.quantity();
    }
}
