package org.kontor.web.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.customer.ExternalId;

/** Inputs for the identifiers of a customer in other systems (S0-36, X-06), as typed. A row in which nothing stands counts as none. */
public class ExternalIdRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<Row> rows = new ArrayList<>();

    /** One identifier. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private String system = "";
        private String kind = "";
        private String value = "";

        /** Which system. */
        public String getSystem() {
            return system;
        }

        /** Sets which system. */
        public void setSystem(@Nullable String text) {
            system = text == null ? "" : text.strip();
        }

        /** What it identifies there. */
        public String getKind() {
            return kind;
        }

        /** Sets what it identifies there. */
        public void setKind(@Nullable String text) {
            kind = text == null ? "" : text.strip();
        }

        /** The identifier. */
        public String getValue() {
            return value;
        }

        /** Sets the identifier. */
        public void setValue(@Nullable String text) {
            value = text == null ? "" : text.strip();
        }
    }

    /** Puts values into the inputs. */
    void fill(List<ExternalId> ids) {
        rows.clear();
        for (ExternalId id : ids) {
            Row row = new Row();
            row.system = id.system();
            row.kind = id.kind();
            row.value = id.value();
            rows.add(row);
        }
    }

    /** What stands in the inputs. */
    List<ExternalId> typed() {
        return rows.stream()
                .filter(row -> !row.system.isEmpty() || !row.value.isEmpty())
                .map(row -> new ExternalId(row.system, row.kind.isEmpty() ? "customer" : row.kind, row.value))
                .toList();
    }

    /** The rows. */
    public List<Row> getRows() {
        return rows;
    }

    /** Adds an empty row. */
    public void add() {
        rows.add(new Row());
    }

    /** Takes a row away. */
    public void remove(int index) {
        rows.remove(index);
    }
}
