package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.importing.DateOrder;
import org.kontor.importing.ImportMapping;
import org.kontor.importing.MappingProposal;
import org.kontor.importing.MappingProposal.ColumnProposal;
import org.kontor.importing.MappingProposal.Target;
import org.kontor.importing.MappingProposal.ValueProposal;
import org.kontor.importing.Mappings;

/** The step of {@link ImportPage} in which the columns of a file are assigned. */
@Named("importMapping")
@ViewScoped
public class ImportMappingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Mappings mappings;

    @Inject
    ImportPage page;

    @Inject
    Texts texts;

    private Optional<MappingProposal> proposal = Optional.empty();
    private List<Choice> columns = List.of();
    private List<Choice> values = List.of();
    private String dateOrder = "";
    private String name = "";

    /** What was chosen for a column or a value. */
    public static final class Choice implements Serializable {

        private static final long serialVersionUID = 1L;
        private final String field;
        private final String value;
        private String chosen;

        Choice(String field, String value, String chosen) {
            this.field = field;
            this.value = value;
            this.chosen = chosen;
        }

        /** The field of a value; empty for a column. */
        public String getField() {
            return field;
        }

        /** The column or the value of the file. */
        public String getValue() {
            return value;
        }

        /** What was chosen; empty for nothing. */
        public String getChosen() {
            return chosen;
        }

        /** Sets what was chosen. */
        public void setChosen(@Nullable String other) {
            chosen = other == null ? "" : other;
        }
    }

    /** Fetches the proposal; called once when the page is opened, after {@link ImportPage#open}. */
    public void open() {
        if (page.getStep() != ImportPage.Step.MAPPING) {
            return;
        }
        MappingProposal found = mappings.propose(page.getId());
        proposal = Optional.of(found);
        columns = found.columns().stream()
                .map(c -> new Choice("", c.column(), c.field()))
                .toList();
        values = found.values().stream()
                .map(v -> new Choice(v.field(), v.value(), v.proposed()))
                .toList();
        dateOrder = found.mapping().dateOrder().map(Enum::name).orElse("");
        name = found.mapping().name();
    }

    /** Starts the dry run with what was chosen. */
    public void dryRun() {
        Map<String, String> assigned = new LinkedHashMap<>();
        columns.stream().filter(c -> !c.chosen.isEmpty()).forEach(c -> assigned.put(c.value, c.chosen));
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        values.stream()
                .filter(v -> !v.chosen.isBlank())
                .forEach(v -> words.computeIfAbsent(v.field, f -> new LinkedHashMap<>())
                        .put(v.value, v.chosen.strip()));
        Optional<DateOrder> order = dateOrder.isEmpty() ? Optional.empty() : Optional.of(DateOrder.valueOf(dateOrder));
        page.dryRun(new ImportMapping(name.strip(), assigned, words, order));
    }

    /** The proposal, once the page is open. */
    public MappingProposal getProposal() {
        return proposal.orElseThrow();
    }

    /** What is said of a column. */
    public ColumnProposal column(int index) {
        return getProposal().columns().get(index);
    }

    /** What is said of a value. */
    public ValueProposal value(int index) {
        return getProposal().values().get(index);
    }

    /** What the file says, for people. */
    public String said(Choice word) {
        return word.value.isEmpty() ? texts.of("mapping.everyRow") : word.value;
    }

    /** Samples of a column in one line. */
    public String samples(int index) {
        return String.join(" \u00b7 ", column(index).samples());
    }

    /** What a column can be assigned to. */
    public List<Target> getFields() {
        return getProposal().fields();
    }

    /** Name of a field for people. */
    public String label(Target target) {
        String field = target.field();
        if (!target.label().isEmpty()) {
            return field.startsWith("documentField:")
                    ? texts.of("mapping.documentField", target.label())
                    : target.label();
        }
        int colon = field.indexOf(':');
        return texts.of(colon < 0 ? "mapping.field." + field : "field." + field.substring(colon + 1));
    }

    /** Columns of the file. */
    public List<Choice> getColumns() {
        return columns;
    }

    /** Values of the file for fields with a choice. */
    public List<Choice> getValues() {
        return values;
    }

    /** Order of day and month; empty for not chosen. */
    public String getDateOrder() {
        return dateOrder;
    }

    /** Sets the order of day and month. */
    public void setDateOrder(@Nullable String value) {
        dateOrder = value == null ? "" : value;
    }

    /** Name under which the mapping is kept; empty not to keep it. */
    public String getName() {
        return name;
    }

    /** Sets the name under which the mapping is kept. */
    public void setName(@Nullable String value) {
        name = value == null ? "" : value;
    }
}
