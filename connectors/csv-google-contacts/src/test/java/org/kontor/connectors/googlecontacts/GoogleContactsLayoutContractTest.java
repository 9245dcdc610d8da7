package org.kontor.connectors.googlecontacts;

import java.util.Map;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class GoogleContactsLayoutContractTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return GoogleContactsLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "First Name",
                "Wanda",
                "Last Name",
                "Rook",
                "E-mail 1 - Value",
                "wanda@rook.example",
                "Phone 1 - Label",
                "Mobile",
                "Phone 1 - Value",
                "555 0100",
                "Address 1 - Street",
                "9 Mole St",
                "Labels",
                "* myContacts ::: North");
    }
}
