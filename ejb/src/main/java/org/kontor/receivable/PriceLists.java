package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Looks up what lines of documents name by its code: items and tax rates that are in use. */
@ApplicationScoped
class PriceLists {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** An item of the list; {@code taxCode} is empty for none. */
    record Priced(
            String code,
            String text,
            BigDecimal unitPrice,
            String currency,
            String taxCode,
            Optional<BigDecimal> percent) {}

    /** A tax rate of the list. */
    record Rate(String code, BigDecimal percent) {}

    Map<String, Priced> items(List<String> codes) {
        String[] wanted = named(codes);
        if (wanted.length == 0) {
            return Map.of();
        }
        return Sql.many(
                        dataSource,
                        "select i.code, coalesce(nullif(i.description, ''), i.name), i.unit_price, i.currency, coalesce(t.code, ''),"
                                + " t.percent from sales_item i left join tax_rate t on t.id = i.tax_rate_id"
                                + " where i.active and i.code = any(?::text[])",
                        Sql.of((Object) wanted),
                        row -> new Priced(
                                row.getString(1),
                                row.getString(2),
                                row.getBigDecimal(3),
                                row.getString(4),
                                row.getString(5),
                                Optional.ofNullable(row.getBigDecimal(6))))
                .stream()
                .collect(Collectors.toMap(Priced::code, each -> each));
    }

    Map<String, Rate> rates(List<String> codes) {
        String[] wanted = named(codes);
        if (wanted.length == 0) {
            return Map.of();
        }
        return Sql.many(
                        dataSource,
                        "select code, percent from tax_rate where active and code = any(?::text[])",
                        Sql.of((Object) wanted),
                        row -> new Rate(row.getString(1), row.getBigDecimal(2)))
                .stream()
                .collect(Collectors.toMap(Rate::code, each -> each));
    }

    private static String[] named(List<String> codes) {
        return codes.stream().filter(code -> !code.isEmpty()).distinct().toArray(String[]::new);
    }
}
