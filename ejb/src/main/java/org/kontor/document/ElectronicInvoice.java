package org.kontor.document;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import com.helger.commons.error.list.ErrorList;
import com.helger.en16931.cii2ubl.CIIToUBL21Converter;
import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.TaxShare;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;

/** An issued document for machines, after EN 16931: as CII (Factur-X, ZUGFeRD) and as UBL (PEPPOL BIS Billing 3). */
final class ElectronicInvoice {

    private static final String PEPPOL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String PEPPOL_PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    private ElectronicInvoice() {}

    /** What the standard asks for and is not there, each as what to do; empty when the document can be made. */
    static List<String> missing(InvoiceView document, Letterhead letterhead) {
        List<String> missing = new ArrayList<>();
        LetterheadView seller = letterhead.view();
        if (seller.vatId().isEmpty() && seller.taxNumber().isEmpty()) {
            missing.add("Enter the VAT ID or the tax number of the company entity in its letterhead.");
        }
        if (seller.vatId().isEmpty() && document.taxes().stream().anyMatch(ElectronicInvoice::untaxed)) {
            missing.add("Enter the VAT ID of the company entity in its letterhead: a line has no tax.");
        }
        if (seller.address().country().length() != 2) {
            missing.add("Enter the country of the company entity in its letterhead.");
        }
        if (CiiInvoice.country(document, letterhead).length() != 2) {
            missing.add("Give the customer a country that is known, and make the document out again.");
        }
        return missing;
    }

    /** As {@link #missing}, and what PEPPOL asks for. */
    static List<String> missingForPeppol(InvoiceView document, Letterhead letterhead, String buyerEmail) {
        List<String> missing = missing(document, letterhead);
        if (letterhead.view().email().isEmpty()) {
            missing.add("Enter the e-mail address of the company entity in its letterhead.");
        }
        if (buyerEmail.isEmpty()) {
            missing.add("Give the customer an e-mail address before the document is first downloaded.");
        }
        return missing;
    }

    private static boolean untaxed(TaxShare share) {
        return share.rate().signum() == 0;
    }

    /** As UN/CEFACT Cross Industry Invoice. */
    static byte[] cii(InvoiceView document, Letterhead letterhead, String buyerEmail) {
        return write(
                new CIID16BCrossIndustryInvoiceTypeMarshaller(),
                new CiiInvoice(document, letterhead, buyerEmail).build());
    }

    /** As UBL of PEPPOL. */
    static byte[] ubl(InvoiceView document, Letterhead letterhead, String buyerEmail) {
        CrossIndustryInvoiceType cii = new CiiInvoice(document, letterhead, buyerEmail).build();
        ErrorList errors = new ErrorList();
        Serializable ubl = new CIIToUBL21Converter()
                .setCustomizationID(PEPPOL)
                .setProfileID(PEPPOL_PROCESS)
                .setVATScheme("VAT")
                .convertCIItoUBL(cii, errors);
        if (errors.containsAtLeastOneError()) {
            throw new IllegalStateException("A document could not be made into UBL: " + errors);
        }
        return ubl instanceof CreditNoteType memo
                ? write(UBL21Marshaller.creditNote(), memo)
                : write(UBL21Marshaller.invoice(), (InvoiceType) ubl);
    }

    private static <T> byte[] write(GenericJAXBMarshaller<T> marshaller, T document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ErrorList errors = new ErrorList();
        marshaller.setFormattedOutput(true).setCollectErrors(errors);
        if (marshaller.write(document, out).isFailure()) {
            throw new IllegalStateException("A document is against its schema: " + errors);
        }
        return out.toByteArray();
    }
}
