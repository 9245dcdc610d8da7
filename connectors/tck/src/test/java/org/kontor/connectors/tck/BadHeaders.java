package org.kontor.connectors.tck;

import java.util.List;
import java.util.Map;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;

/** Formats that break the rules IF on headers. */
final class BadHeaders {

    private BadHeaders() {}

    abstract static class Bad extends SampleFormat implements ImportFormatContract {
        @Override
        public ImportFormat testee() {
            return this;
        }

        @Override
        public Map<String, String> goodRow() {
            return SampleFormat.GOOD_ROW;
        }
    }

    @Breaks("IF01")
    static class ColumnWithoutDescription extends Bad {
        @Override
        public List<Column> columns() {
            return List.of(
                    new Column("name", true, ""),
                    new Column("mail", false, "Mail"),
                    new Column("vip", false, "yes or no"));
        }
    }

    @Breaks("IF02")
    static class LowScoreForItsOwnTemplate extends Bad {
        @Override
        public HeaderMatch match(List<String> header) {
            HeaderMatch match = super.match(header);
            return new HeaderMatch(Math.min(match.score(), 79), match.problems(), match.ignored());
        }
    }

    @Breaks("IF03")
    static class ThrowsOnAnEmptyHeader extends Bad {
        @Override
        public HeaderMatch match(List<String> header) {
            return header.get(0).isEmpty() ? HeaderMatch.none() : super.match(header);
        }
    }

    @Breaks("IF04")
    static class TakesAnything extends Bad {
        @Override
        public HeaderMatch match(List<String> header) {
            HeaderMatch match = super.match(header);
            return new HeaderMatch(95, match.problems(), match.ignored());
        }
    }

    @Breaks("IF05")
    static class MissingColumnNotNamed extends Bad {
        @Override
        public HeaderMatch match(List<String> header) {
            return header.contains("name") ? super.match(header) : HeaderMatch.none();
        }
    }

    @Breaks("IF06")
    static class RepeatedColumnTaken extends Bad {
        @Override
        public HeaderMatch match(List<String> header) {
            return super.match(header.stream().distinct().toList());
        }
    }

    @Breaks("IF07")
    static class IgnoredColumnNotNamed extends Bad {
        @Override
        public HeaderMatch match(List<String> header) {
            HeaderMatch match = super.match(header);
            return new HeaderMatch(match.score(), match.problems(), List.of());
        }
    }

    @Breaks("IF20")
    static class TakesTheMarkForALetter extends Bad {
        @Override
        List<String> bare(List<String> header) {
            return header;
        }
    }
}
