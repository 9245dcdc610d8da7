package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.kontor.document.StatementKind;
import org.kontor.document.StatementQuery;

/** Which statement is wanted: {@code @BeanParam StatementFilter filter}. */
public class StatementFilter {

    @QueryParam("form")
    @DefaultValue("")
    String form = "";

    @QueryParam("asOf")
    @DefaultValue("")
    String asOf = "";

    @QueryParam("from")
    @DefaultValue("")
    String from = "";

    @QueryParam("currency")
    @DefaultValue("")
    String currency = "";

    /**
     * What was asked for.
     *
     * @throws org.kontor.shared.AppException {@code INVALID} for a value that cannot be read
     */
    StatementQuery query() {
        return new StatementQuery(
                QueryValues.choices("form", form, StatementKind.class).stream()
                        .findFirst()
                        .orElse(StatementKind.OPEN_ITEM),
                QueryValues.date("asOf", asOf),
                QueryValues.date("from", from),
                currency);
    }
}
