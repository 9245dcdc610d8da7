package org.kontor.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** SQL that grows together with the parameters that it binds. */
final class Statement {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a piece and what its question marks stand for. */
    Statement add(String piece, Object... values) {
        sql.append(piece);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }
}
