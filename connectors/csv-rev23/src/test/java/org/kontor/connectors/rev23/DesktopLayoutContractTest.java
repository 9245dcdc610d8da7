package org.kontor.connectors.rev23;

import java.util.Map;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class DesktopLayoutContractTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return DesktopLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "FirstName",
                "Nils",
                "LastName",
                "Over",
                "Birthday",
                "1979-11-30 00:00:00.000",
                "Gender",
                "2",
                "HomePhoneNumber",
                "555-0101",
                "MobilePhoneNumber",
                "555-0102");
    }
}
