package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** What refers to customers, whatever table it stands in: asked of the database, so that no feature is forgotten. */
@ApplicationScoped
public class CustomerReferences {

    /** What a customer leaves with; anything else that refers to it keeps it. */
    private static final Set<String> OWN = Set.of("contact", "note", "timeline_entry");

    private static final String REFERENCES = """
            select c.conrelid::regclass::text, a.attname from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.confrelid = 'customer'::regclass and c.confdeltype in ('a', 'r')
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * Which of the customers cannot be removed together, because something refers to them that does not go with them. A child
     * account that is removed, too, does not keep its parent.
     *
     * @return name of a table that refers to it, by customer
     */
    public Map<Long, String> keeping(Collection<Long> customers) {
        Map<Long, String> found = new HashMap<>();
        Long[] ids = customers.toArray(Long[]::new);
        for (String[] reference :
                Sql.many(dataSource, REFERENCES, Sql.of(), row -> new String[] {row.getString(1), row.getString(2)})) {
            if (!OWN.contains(reference[0])) {
                Sql.many(
                                dataSource,
                                "select distinct c.id from customer c join " + reference[0] + " x on x." + reference[1]
                                        + " = c.id where c.id = any(?)"
                                        + (reference[0].equals("customer") ? " and x.id <> all(?)" : ""),
                                s -> {
                                    s.setArray(1, s.getConnection().createArrayOf("bigint", ids));
                                    if (reference[0].equals("customer")) {
                                        s.setArray(2, s.getConnection().createArrayOf("bigint", ids));
                                    }
                                },
                                row -> row.getLong(1))
                        .forEach(id -> found.put(id, reference[0]));
            }
        }
        return found;
    }
}
