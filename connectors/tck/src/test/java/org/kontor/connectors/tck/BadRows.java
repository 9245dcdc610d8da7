package org.kontor.connectors.tck;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.connectors.tck.BadHeaders.Bad;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowProblem.Severity;
import org.kontor.spi.RowResult;

/** Formats that break the rules IF on rows. */
final class BadRows {

    private BadRows() {}

    @Breaks("IF08")
    static class NeverACustomer extends Bad {
        @Override
        RowResult row(List<String> header, List<String> cells) {
            return RowResult.blank();
        }
    }

    @Breaks("IF09")
    static class ReadsByPosition extends Bad {
        @Override
        RowResult row(List<String> header, List<String> cells) {
            return super.row(columns().stream().map(Column::name).toList(), cells.subList(0, 3));
        }
    }

    @Breaks("IF10")
    static class RejectsEmptyCells extends Bad {
        @Override
        RowResult row(List<String> header, List<String> cells) {
            if (cells.contains("")) {
                return new RowResult(
                        Optional.empty(), List.of(new RowProblem("", "", "EMPTY", "Fill it in.", Severity.REJECT)));
            }
            return super.row(header, cells);
        }
    }

    @Breaks("IF11")
    static class CustomerOutOfNothing extends Bad {
        @Override
        RowResult row(List<String> header, List<String> cells) {
            RowResult result = super.row(header, cells);
            return result.equals(RowResult.blank())
                    ? RowResult.of(CustomerProfile.builder().build())
                    : result;
        }
    }

    @Breaks("IF12")
    static class CountsRows extends Bad {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            profile.externalId("sample", "row", "" + count.incrementAndGet());
            return super.cell(column, cell, profile);
        }
    }

    @Breaks("IF13")
    static class KeepsTheHeaderOfTheLastFile extends Bad {
        private List<String> last = new ArrayList<>();

        @Override
        public RowMapper mapper(List<String> header) {
            last = header;
            return cells -> row(last, cells);
        }
    }

    @Breaks("IF14")
    static class ThrowsOnANumberThatIsNone extends Bad {
        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            if (cell.matches("\\d+")) {
                profile.externalId("sample", "number", "" + Integer.parseInt(cell));
            }
            return super.cell(column, cell, profile);
        }
    }

    @Breaks("IF15")
    static class NeutralisesFormulas extends Bad {
        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            return super.cell(column, cell.startsWith("=") ? "'" + cell : cell, profile);
        }
    }

    @Breaks("IF15")
    static class DropsFormulas extends Bad {
        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            return super.cell(column, cell.startsWith("=") ? "" : cell, profile);
        }
    }

    @Breaks("IF16")
    static class NeverEndsOnALargeCell extends Bad {
        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            if (cell.length() > 100_000) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return super.cell(column, cell, profile);
        }
    }

    @Breaks("IF17")
    static class NamesNoColumnOfTheFile extends Bad {
        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            return super.cell(column, cell, profile)
                    .map(p -> new RowProblem("VIP flag", p.value(), p.code(), p.message(), p.severity()));
        }
    }

    @Breaks("IF17")
    static class CodeInProse extends Bad {
        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            return super.cell(column, cell, profile)
                    .map(p -> new RowProblem(p.column(), p.value(), "bad value", p.message(), p.severity()));
        }
    }

    @Breaks("IF18")
    static class KeepsEveryCell extends Bad {
        private final List<String> kept = new ArrayList<>();

        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            kept.add(cell);
            return super.cell(column, cell, profile);
        }
    }

    @Breaks("IF19")
    static class KnowsAsciiAlone extends Bad {
        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            return super.cell(column, cell.replaceAll("[^\\x00-\\x7F]", "?"), profile);
        }
    }

    @Breaks("IF19")
    static class PutsAccentsIntoTheLetter extends Bad {
        @Override
        Optional<RowProblem> cell(String column, String cell, CustomerProfileBuilder profile) {
            return super.cell(column, Normalizer.normalize(cell, Normalizer.Form.NFC), profile);
        }
    }
}
