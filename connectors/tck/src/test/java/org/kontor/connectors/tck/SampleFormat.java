package org.kontor.connectors.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.HeaderMatch.HeaderProblem;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;

/** A format against the bare SPI that holds every rule; the bad ones override what they break. */
class SampleFormat implements ImportFormat {

    static final Map<String, String> GOOD_ROW = Map.of("name", "Ada", "mail", "ada@example.org", "vip", "yes");

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public String name() {
        return "Sample";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("name", true, "Name"),
                new Column("mail", false, "E-mail address"),
                new Column("vip", false, "yes or no"));
    }

    @Override
    public HeaderMatch match(List<String> header) {
        return matchOf(bare(header));
    }

    /** The header without the mark of UTF-8 before it. */
    List<String> bare(List<String> header) {
        return header.stream().map(name -> name.replace("\uFEFF", "")).toList();
    }

    private HeaderMatch matchOf(List<String> header) {
        List<String> known = columns().stream().map(Column::name).toList();
        List<HeaderProblem> problems = new ArrayList<>();
        for (String name : known) {
            long times = header.stream().filter(name::equals).count();
            if (times > 1) {
                problems.add(new HeaderProblem(name, "COLUMN_REPEATED", "Keep one column " + name));
            }
        }
        if (!header.contains("name")) {
            problems.add(new HeaderProblem("name", "COLUMN_MISSING", "Add the column name"));
        }
        List<String> ignored = header.stream()
                .filter(name -> !known.contains(name) && !name.isBlank())
                .toList();
        return new HeaderMatch(header.contains("name") ? 90 : 0, problems, ignored);
    }

    @Override
    public RowMapper mapper(List<String> header) {
        List<String> copy = bare(header);
        return cells -> row(copy, cells);
    }

    RowResult row(List<String> header, List<String> cells) {
        CustomerProfileBuilder profile = CustomerProfile.builder();
        List<RowProblem> problems = new ArrayList<>();
        boolean blank = true;
        for (int i = 0; i < header.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isBlank() && columns().stream().map(Column::name).anyMatch(header.get(i)::equals)) {
                blank = false;
                cell(header.get(i), cell, profile).ifPresent(problems::add);
            }
        }
        return blank ? RowResult.blank() : RowResult.of(profile.build(), problems);
    }

    Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
        switch (column) {
            case "name" -> profile.lastName(cell);
            case "mail" -> profile.email(cell);
            default -> {
                if (!cell.equals("yes") && !cell.equals("no")) {
                    return Optional.of(new RowProblem(
                            column, cell, "NOT_YES_OR_NO", "Write yes or no.", RowProblem.Severity.REJECT));
                }
                profile.tag(cell);
            }
        }
        return Optional.empty();
    }
}
