package org.kontor.connectors.quickbooks;

import static org.kontor.connectors.support.AddressPart.WHOLE;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FAX;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.FULL_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.MIDDLE_NAME;
import static org.kontor.connectors.support.CustomerField.NOTES;
import static org.kontor.connectors.support.CustomerField.PHONE;
import static org.kontor.connectors.support.CustomerField.WORK_PHONE;
import static org.kontor.connectors.support.CustomerField.externalId;

import org.kontor.connectors.support.CustomerRow;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.ImportFormat;

/** The customers in an IIF file, which begin with {@code CUST} under a header that begins with {@code !CUST}. Other lists of the
 * same file are left out. */
final class DesktopLayout {

    static final ImportFormat FORMAT = TableFormat.liberal(
                    "quickbooks-desktop", "QuickBooks Desktop (IIF)", CustomerRow::account)
            .required("!CUST", "CUST in each row of a customer", (row, cell) -> {})
            .required("NAME", DISPLAY_NAME)
            .optional("COMPANYNAME", COMPANY)
            .optional("FIRSTNAME", FIRST_NAME)
            .optional("MIDINIT", MIDDLE_NAME)
            .optional("LASTNAME", LAST_NAME)
            .optional("CONT1", FULL_NAME)
            .optional("EMAIL", EMAIL)
            .optional("PHONE1", WORK_PHONE)
            .optional("PHONE2", PHONE)
            .optional("FAXNUM", FAX)
            .optional("BADDR1", WHOLE)
            .optional("BADDR2", WHOLE)
            .optional("BADDR3", WHOLE)
            .optional("BADDR4", WHOLE)
            .optional("BADDR5", WHOLE)
            .optional("SADDR1", WHOLE.of(2))
            .optional("SADDR2", WHOLE.of(2))
            .optional("SADDR3", WHOLE.of(2))
            .optional("SADDR4", WHOLE.of(2))
            .optional("SADDR5", WHOLE.of(2))
            .optional("NOTEPAD", NOTES)
            .optional("REFNUM", externalId("quickbooks-desktop"))
            .notImported(
                    "TIMESTAMP",
                    "NOTE",
                    "CONT2",
                    "CTYPE",
                    "TERMS",
                    "TAXABLE",
                    "SALESTAXCODE",
                    "LIMIT",
                    "RESALENUM",
                    "REP",
                    "TAXITEM",
                    "SALUTATION",
                    "JOBDESC",
                    "JOBTYPE",
                    "JOBSTATUS",
                    "JOBSTART",
                    "JOBPROJEND",
                    "JOBEND",
                    "HIDDEN",
                    "DELCOUNT",
                    "PRICELEVEL",
                    "CUSTFLD1",
                    "CUSTFLD2",
                    "CUSTFLD3",
                    "CUSTFLD4",
                    "CUSTFLD5",
                    "CUSTFLD6",
                    "CUSTFLD7",
                    "CUSTFLD8",
                    "CUSTFLD9",
                    "CUSTFLD10",
                    "CUSTFLD11",
                    "CUSTFLD12",
                    "CUSTFLD13",
                    "CUSTFLD14",
                    "CUSTFLD15")
            .distinctive("!CUST")
            .data(cells -> cells.get(0).equals("CUST"))
            .build();

    private DesktopLayout() {}
}
