package org.kontor.timeline;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/**
 * Takes values of one customer out of the history of another, into which a merge that was taken back had brought them. That
 * something happened, to which fields, when and by whom stays: an entry is never removed here. Otherwise histories are never changed.
 */
@ApplicationScoped
public class TimelineStrike {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * Takes out all values of the changes that a merge, or its undo, made to the customer who stayed; in the running transaction.
     *
     * @param customerId the customer who stayed
     * @param mergeId number of the merge, as details of its entries name it
     */
    public void merge(long customerId, long mergeId) {
        Sql.erasing(
                dataSource,
                () -> Sql.execute(
                        dataSource,
                        "update timeline_entry set changes = timeline_struck(changes, null) where customer_id = ?"
                                + " and details ->> 'mergeId' = ? and changes <> '{}'",
                        Sql.of(customerId, Long.toString(mergeId))));
    }

    /**
     * Takes out each value in which one of the texts stands, in any case; in the running transaction.
     *
     * @param customerIds whose histories are looked through
     * @param texts none of them blank
     */
    public void texts(Collection<Long> customerIds, Collection<String> texts) {
        if (customerIds.isEmpty() || texts.isEmpty()) {
            return;
        }
        String[] all = texts.toArray(String[]::new);
        Sql.erasing(
                dataSource,
                () -> Sql.execute(
                        dataSource,
                        "update timeline_entry t set changes = s.changes, details = s.details from (select id,"
                                + " timeline_struck(changes, ?::text[]) changes, timeline_struck(details, ?::text[]) details"
                                + " from timeline_entry where customer_id = any(?)) s"
                                + " where t.id = s.id and (t.changes <> s.changes or t.details <> s.details)",
                        Sql.of(all, all, customerIds.toArray(Long[]::new))));
    }
}
