package org.kontor.importing;

import java.util.List;

/**
 * What Kontor makes of the columns of a file, for a person to check.
 *
 * @param columns each column of the file, in order
 * @param mapping the same as a mapping that can be sent back
 * @param dateSamples birthdates of the file that can be read two ways; empty when no order needs to be chosen
 * @param values values of the file for fields with a choice
 * @param questions what must be answered before the file can be imported; empty when nothing must
 * @param fields what a column can be assigned to
 * @param suggestions what known formats say of the header, such as a name that is nearly theirs (S3-12)
 */
public record MappingProposal(
        List<ColumnProposal> columns,
        ImportMapping mapping,
        List<DateSample> dateSamples,
        List<ValueProposal> values,
        List<HeaderProblem> questions,
        List<Target> fields,
        List<HeaderProblem> suggestions) {

    /**
     * What a column can be assigned to.
     *
     * @param field name, such as {@code firstName}, {@code owner:salesRep}, {@code customField:segment} or {@code documentField:project}
     * @param label what people call a custom field; empty for other fields
     */
    public record Target(String field, String label) {}

    /** How sure a proposal is. */
    public enum Confidence {
        /** Somebody assigned it for a file with the same header. */
        SAVED,
        /** The name of the column is a name of the field. */
        EXACT,
        /** The name of the column is nearly a name of the field. */
        SIMILAR,
        /** The values look like the field's. */
        CONTENT,
        /** Nothing fits; the column is left out. */
        NONE
    }

    /**
     * A column.
     *
     * @param column its name
     * @param samples its first different values
     * @param field the field proposed; empty to leave the column out
     * @param confidence how sure that is
     * @param reason why, in words
     */
    public record ColumnProposal(
            String column, List<String> samples, String field, Confidence confidence, String reason) {}

    /**
     * A date that can be read two ways.
     *
     * @param text as it stands in the file
     * @param dayFirst as day, month, year, in ISO form
     * @param monthFirst as month, day, year, in ISO form
     */
    public record DateSample(String text, String dayFirst, String monthFirst) {}

    /**
     * A value of a field with a choice.
     *
     * @param field the field
     * @param value as it stands in the file
     * @param proposed the value of Kontor; empty when none is known
     * @param choices what can be chosen; empty for any text
     */
    public record ValueProposal(String field, String value, String proposed, List<String> choices) {}
}
