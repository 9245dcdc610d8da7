package org.kontor.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.Health;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;
import org.kontor.spi.Setting;

/** A small format and its connector; needs First and Last, ignores what it does not know. */
final class TestFormat implements ImportFormat {

    private static final List<String> KNOWN =
            List.of("First", "Last", "Company", "Email", "Phone", "Born", "Notes", "Number", "City", "Account", "Tags");

    static ConnectorDirectory directory() {
        return new ConnectorDirectory() {
            @Override
            public List<Entry> registered() {
                return List.of(new Entry("test", Optional.of(new TestConnector())));
            }
        };
    }

    @Override
    public String id() {
        return "test";
    }

    @Override
    public String name() {
        return "Test";
    }

    @Override
    public List<Column> columns() {
        return KNOWN.stream()
                .map(name -> new Column(name, name.equals("First") || name.equals("Last"), name))
                .toList();
    }

    @Override
    public HeaderMatch match(List<String> header) {
        List<String> known = header.stream().filter(KNOWN::contains).toList();
        if (known.isEmpty()) {
            return HeaderMatch.none();
        }
        List<HeaderMatch.HeaderProblem> problems = new ArrayList<>();
        for (String required : List.of("First", "Last")) {
            if (!header.contains(required)) {
                problems.add(
                        new HeaderMatch.HeaderProblem(required, "COLUMN_MISSING", "Add the column " + required + "."));
            }
        }
        return new HeaderMatch(
                problems.isEmpty() ? 90 : 60,
                problems,
                header.stream().filter(h -> !KNOWN.contains(h)).toList());
    }

    @Override
    public RowMapper mapper(List<String> header) {
        return cells -> row(header, cells);
    }

    private static RowResult row(List<String> header, List<String> cells) {
        var profile = CustomerProfile.builder();
        List<RowProblem> problems = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = cells.get(i);
            switch (header.get(i)) {
                case "First" -> profile.firstName(cell);
                case "Last" -> profile.lastName(cell);
                case "Company" -> profile.companyName(cell);
                case "Email" -> profile.email(cell);
                case "Phone" -> profile.phone(CustomerProfile.PhoneType.MOBILE, cell);
                case "Notes" -> profile.notes(cell);
                case "Number" -> profile.externalId("test", "customer", cell);
                case "Tags" -> List.of(cell.split(";", -1)).forEach(profile::tag);
                case "Account" -> profile.accountNumber(cell);
                case "City" -> profile.address("", "", cell, "", "", "");
                case "Born" -> {
                    if (cell.matches("\\d{4}-\\d\\d-\\d\\d")) {
                        profile.birthdate(LocalDate.parse(cell));
                    } else if (!cell.isBlank()) {
                        problems.add(new RowProblem(
                                "Born", cell, "DATE_UNKNOWN", "Write 1988-05-01.", RowProblem.Severity.REJECT));
                    }
                }
                default -> {
                    // A column that is ignored.
                }
            }
        }
        return RowResult.of(profile.build(), problems);
    }

    private static final class TestConnector implements Connector {
        private final List<Capability> capabilities = List.of(new TestFormat());

        @Override
        public String id() {
            return "test";
        }

        @Override
        public String name() {
            return "Test";
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String spiVersion() {
            return SPI_VERSION;
        }

        @Override
        public List<Capability> capabilities() {
            return capabilities;
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Health health() {
            return Health.up();
        }
    }
}
