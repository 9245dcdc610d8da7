package org.kontor.connectors.support;

import java.util.List;

/**
 * A declared column.
 *
 * @param name as a template has it
 * @param required whether the header must have it
 * @param description what it holds
 * @param aliases other names: taken for the column when names are compared liberally, only suggested when exactly
 * @param target where its cells go
 * @param <R> the kind of row
 */
record TableColumn<R extends TableRow>(
        String name, boolean required, String description, List<String> aliases, CellTarget<? super R> target) {

    TableColumn {
        aliases = List.copyOf(aliases);
    }
}
