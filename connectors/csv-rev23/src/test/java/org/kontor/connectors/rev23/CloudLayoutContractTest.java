package org.kontor.connectors.rev23;

import java.util.Map;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class CloudLayoutContractTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return CloudLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "FirstName",
                "Mara",
                "LastName",
                "Quist",
                "Email",
                "mara@quist.example",
                "PhoneNumber",
                "+49 40 555 0142",
                "Birthdate",
                "1988-05-01",
                "City",
                "Hamburg");
    }
}
