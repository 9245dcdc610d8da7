package org.kontor.connectors.rev23;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfile.Address;
import org.kontor.spi.CustomerProfile.Phone;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;

/** The layout of REV23 Desktop. */
class DesktopLayoutTest {

    private static final ImportFormat FORMAT = DesktopLayout.FORMAT;
    private static final List<String> HEADER = List.of(
            "FirstName",
            "MiddleName",
            "LastName",
            "Gender",
            "Street",
            "City",
            "StateProvince",
            "ZipPostal",
            "Birthday",
            "HomePhoneNumber",
            "MobilePhoneNumber",
            "OtherPhoneNumber",
            "CallbackPhoneNumber",
            "EmergencyPhoneNumber",
            "Nickname",
            "IdentificationNumber",
            "IdentificationState",
            "Email");

    @Test
    void aRowIsImportedWithAllItsPhones() {
        CustomerProfile profile = FORMAT.mapper(HEADER)
                .map(List.of(
                        "Nils",
                        "",
                        "Over",
                        "2",
                        "2 Quay",
                        "Bergen",
                        "Vestland",
                        "5003",
                        "1979-11-30 00:00:00.000",
                        "555-0101",
                        "555-0102",
                        "555-0103",
                        "555-0104",
                        "555-0105",
                        "Nisse",
                        "X1",
                        "NO",
                        "nils@over.example"))
                .profile()
                .orElseThrow();
        assertEquals("MALE", profile.gender());
        assertEquals(Optional.of(LocalDate.of(1979, 11, 30)), profile.birthdate());
        assertEquals(new Address("2 Quay", "", "Bergen", "Vestland", "5003", ""), profile.address());
        assertEquals(
                List.of(
                        new Phone(PhoneType.MOBILE, "555-0102"),
                        new Phone(PhoneType.HOME, "555-0101"),
                        new Phone(PhoneType.OTHER, "555-0104"),
                        new Phone(PhoneType.OTHER, "555-0103"),
                        new Phone(PhoneType.EMERGENCY, "555-0105")),
                profile.phones());
        assertEquals(List.of(), profile.externalIds());
    }

    @Test
    void itsOwnHeaderIsRecognisedAndTheIdentityDocumentLeftOut() {
        HeaderMatch match = FORMAT.match(HEADER);
        assertTrue(match.usable());
        assertTrue(match.score() >= 90, () -> "score " + match.score());
        assertEquals(List.of("IdentificationNumber", "IdentificationState"), match.ignored());
    }

    @Test
    void theTwoLayoutsAreNotMistakenForEachOther() {
        assertTrue(CloudLayout.FORMAT.match(HEADER).score() < 50);
        List<String> cloud = CloudLayout.FORMAT.columns().stream()
                .map(ImportFormat.Column::name)
                .toList();
        assertTrue(FORMAT.match(cloud).score() < 50);
        List<String> cloudWithoutBirthdate = List.of("FirstName", "LastName", "Email", "PhoneNumber");
        assertTrue(FORMAT.match(cloudWithoutBirthdate).score()
                < CloudLayout.FORMAT.match(cloudWithoutBirthdate).score());
    }
}
