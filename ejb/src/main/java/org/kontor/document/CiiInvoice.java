package org.kontor.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.customer.Address;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceLineView;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Party;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.CreditorFinancialAccountType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.CreditorFinancialInstitutionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentContextParameterType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentContextType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.NoteType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ReferencedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeTransactionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TaxRegistrationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAddressType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeContactType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePartyType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePaymentTermsType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementHeaderMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementPaymentMeansType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.UniversalCommunicationType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.DateTimeType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IDType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.TextType;

/** Writes an issued document as Cross Industry Invoice. Amounts are those of the document; no total is computed anew. */
final class CiiInvoice {

    private static final String PROFILE = "urn:cen.eu:en16931:2017";

    private final InvoiceView document;
    private final Letterhead letterhead;
    private final String buyerEmail;

    CiiInvoice(InvoiceView document, Letterhead letterhead, String buyerEmail) {
        this.document = document;
        this.letterhead = letterhead;
        this.buyerEmail = buyerEmail;
    }

    /** The country of the customer; that of the company entity where nothing is known. */
    static String country(InvoiceView document, Letterhead letterhead) {
        String country = document.billTo().orElseThrow().address().country();
        return country.isEmpty() ? letterhead.view().address().country() : country;
    }

    CrossIndustryInvoiceType build() {
        DocumentContextParameterType guideline = new DocumentContextParameterType();
        guideline.setID(PROFILE);
        ExchangedDocumentContextType context = new ExchangedDocumentContextType();
        context.addGuidelineSpecifiedDocumentContextParameter(guideline);
        SupplyChainTradeTransactionType transaction = new SupplyChainTradeTransactionType();
        for (int i = 0; i < document.lines().size(); i++) {
            transaction.addIncludedSupplyChainTradeLineItem(
                    CiiLine.item(i + 1, document.lines().get(i), document.pricesIncludeTax()));
        }
        transaction.setApplicableHeaderTradeAgreement(agreement());
        transaction.setApplicableHeaderTradeDelivery(new HeaderTradeDeliveryType());
        transaction.setApplicableHeaderTradeSettlement(settlement());
        CrossIndustryInvoiceType invoice = new CrossIndustryInvoiceType();
        invoice.setExchangedDocumentContext(context);
        invoice.setExchangedDocument(head());
        invoice.setSupplyChainTradeTransaction(transaction);
        return invoice;
    }

    private ExchangedDocumentType head() {
        ExchangedDocumentType head = new ExchangedDocumentType();
        head.setID(document.number());
        head.setTypeCode(document.kind() == DocumentKind.INVOICE ? "380" : "381");
        head.setIssueDateTime(date(document.issueDate()));
        if (!document.notes().isEmpty()) {
            NoteType note = new NoteType();
            note.addContent(new TextType(document.notes()));
            head.addIncludedNote(note);
        }
        return head;
    }

    private HeaderTradeAgreementType agreement() {
        Party billTo = document.billTo().orElseThrow();
        HeaderTradeAgreementType agreement = new HeaderTradeAgreementType();
        // Who receives it wants one of both; what a merge may change is none.
        if (!billTo.accountNumber().isEmpty() || document.purchaseOrder().isEmpty()) {
            agreement.setBuyerReference(billTo.accountNumber().isEmpty() ? document.number() : billTo.accountNumber());
        }
        agreement.setSellerTradeParty(seller());
        TradePartyType buyer = party(billTo.name(), billTo.address(), country(document, letterhead));
        if (!buyerEmail.isEmpty()) {
            buyer.addURIUniversalCommunication(electronicAddress(buyerEmail));
        }
        agreement.setBuyerTradeParty(buyer);
        if (!document.purchaseOrder().isEmpty()) {
            ReferencedDocumentType order = new ReferencedDocumentType();
            order.setIssuerAssignedID(document.purchaseOrder());
            agreement.setBuyerOrderReferencedDocument(order);
        }
        return agreement;
    }

    private TradePartyType seller() {
        LetterheadView head = letterhead.view();
        TradePartyType seller = party(
                document.seller().orElseThrow().name(),
                head.address(),
                head.address().country());
        if (!head.phone().isEmpty() && !head.email().isEmpty()) {
            TradeContactType contact = new TradeContactType();
            contact.setPersonName(document.seller().orElseThrow().name());
            UniversalCommunicationType phone = new UniversalCommunicationType();
            phone.setCompleteNumber(head.phone());
            contact.setTelephoneUniversalCommunication(phone);
            UniversalCommunicationType email = new UniversalCommunicationType();
            email.setURIID(head.email());
            contact.setEmailURIUniversalCommunication(email);
            seller.addDefinedTradeContact(contact);
        }
        if (!head.email().isEmpty()) {
            seller.addURIUniversalCommunication(electronicAddress(head.email()));
        }
        if (head.vatId().isEmpty()) {
            seller.addID(new IDType(head.taxNumber()));
        } else {
            seller.addSpecifiedTaxRegistration(registration("VA", head.vatId()));
        }
        if (!head.taxNumber().isEmpty()) {
            seller.addSpecifiedTaxRegistration(registration("FC", head.taxNumber()));
        }
        return seller;
    }

    private static TaxRegistrationType registration(String scheme, String number) {
        IDType id = new IDType(number);
        id.setSchemeID(scheme);
        TaxRegistrationType registration = new TaxRegistrationType();
        registration.setID(id);
        return registration;
    }

    private static TradePartyType party(String name, Address at, String country) {
        TradeAddressType address = new TradeAddressType();
        present(at.postalCode(), address::setPostcodeCode);
        present(at.line1(), address::setLineOne);
        present(at.line2(), address::setLineTwo);
        present(at.city(), address::setCityName);
        address.setCountryID(country);
        present(at.state(), state -> address.addCountrySubDivisionName(new TextType(state)));
        TradePartyType party = new TradePartyType();
        party.setName(name);
        party.setPostalTradeAddress(address);
        return party;
    }

    private static UniversalCommunicationType electronicAddress(String email) {
        IDType id = new IDType(email);
        id.setSchemeID("EM");
        UniversalCommunicationType address = new UniversalCommunicationType();
        address.setURIID(id);
        return address;
    }

    private HeaderTradeSettlementType settlement() {
        HeaderTradeSettlementType settlement = new HeaderTradeSettlementType();
        settlement.addPaymentReference(new TextType(document.number()));
        settlement.setInvoiceCurrencyCode(document.currency());
        if (!letterhead.view().iban().isEmpty()) {
            settlement.addSpecifiedTradeSettlementPaymentMeans(means());
        }
        shares().forEach(settlement::addApplicableTradeTax);
        TradePaymentTermsType terms = new TradePaymentTermsType();
        present(document.terms(), text -> terms.addDescription(new TextType(text)));
        terms.setDueDateDateTime(date(document.dueDate()));
        settlement.addSpecifiedTradePaymentTerms(terms);
        TradeSettlementHeaderMonetarySummationType sum = new TradeSettlementHeaderMonetarySummationType();
        sum.addLineTotalAmount(new AmountType(document.subtotal()));
        sum.addTaxBasisTotalAmount(new AmountType(document.subtotal()));
        AmountType tax = new AmountType(document.tax());
        tax.setCurrencyID(document.currency());
        sum.addTaxTotalAmount(tax);
        sum.addGrandTotalAmount(new AmountType(document.total()));
        sum.addDuePayableAmount(new AmountType(document.total()));
        settlement.setSpecifiedTradeSettlementHeaderMonetarySummation(sum);
        return settlement;
    }

    private TradeSettlementPaymentMeansType means() {
        LetterheadView head = letterhead.view();
        TradeSettlementPaymentMeansType means = new TradeSettlementPaymentMeansType();
        // 58 is a SEPA credit transfer, 30 one of any kind.
        means.setTypeCode(document.currency().equals("EUR") ? "58" : "30");
        CreditorFinancialAccountType account = new CreditorFinancialAccountType();
        account.setIBANID(head.iban());
        account.setAccountName(
                head.accountHolder().isEmpty() ? document.seller().orElseThrow().name() : head.accountHolder());
        means.setPayeePartyCreditorFinancialAccount(account);
        if (!head.bic().isEmpty()) {
            CreditorFinancialInstitutionType bank = new CreditorFinancialInstitutionType();
            bank.setBICID(head.bic());
            means.setPayeeSpecifiedCreditorFinancialInstitution(bank);
        }
        return means;
    }

    /** What is taxed, and the tax on it, for each category and rate. */
    private List<TradeTaxType> shares() {
        return document.lines().stream()
                .collect(Collectors.groupingBy(CiiInvoice::share, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(lines -> {
                    TradeTaxType tax = CiiLine.tax(lines.get(0));
                    tax.addCalculatedAmount(new AmountType(sum(lines, InvoiceLineView::tax)));
                    tax.addBasisAmount(new AmountType(sum(lines, InvoiceLineView::net)));
                    if (CiiLine.exempt(lines.get(0))) {
                        tax.setExemptionReason("Exempt from tax");
                    }
                    return tax;
                })
                .toList();
    }

    private static String share(InvoiceLineView line) {
        return CiiLine.category(line) + " " + line.taxRate().toPlainString();
    }

    private static BigDecimal sum(List<InvoiceLineView> lines, Function<InvoiceLineView, BigDecimal> of) {
        return lines.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void present(String text, Consumer<String> setter) {
        if (!text.isEmpty()) {
            setter.accept(text);
        }
    }

    private static DateTimeType date(LocalDate day) {
        DateTimeType.DateTimeString text = new DateTimeType.DateTimeString();
        text.setValue(day.format(DateTimeFormatter.BASIC_ISO_DATE));
        text.setFormat("102");
        DateTimeType date = new DateTimeType();
        date.setDateTimeString(text);
        return date;
    }
}
