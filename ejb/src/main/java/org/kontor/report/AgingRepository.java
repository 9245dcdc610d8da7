package org.kontor.report;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.EntityZones;
import org.kontor.shared.Sql;

/** Runs the statements of reports. */
@ApplicationScoped
class AgingRepository {

    private static final int FETCH = 2_000;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    EntityZones zones;

    @Inject
    Clock clock;

    /** Today in the time zone of the company entity; of the first one when none is named. */
    LocalDate today(Optional<Long> entityId) {
        return LocalDate.now(clock.withZone(zones.of(entityId)));
    }

    /** Where the amounts of a report come from: from what is left of the items, if that was so on its day. */
    AgingSource source(AgingQuery query) {
        LocalDate asOf = query.asOf().orElseGet(() -> today(query.entityId()));
        boolean remainders = query.knownAt().isEmpty() && !isMovedAfter(asOf);
        return new AgingSource(asOf, query.knownAt(), remainders, Optional.empty());
    }

    /** Whether something was posted with a date after a day. Asks for the last date, which is one look, whatever a plan believes. */
    boolean isMovedAfter(LocalDate day) {
        return Sql.one(
                        dataSource,
                        "select 1 where (select max(effective_date) from item_movement) > ?",
                        Sql.of(day),
                        row -> 1)
                .isPresent();
    }

    /** All rows at once. */
    <T> List<T> all(Statement statement, Sql.Reader<T> reader) {
        return Sql.many(dataSource, statement.sql(), Sql.of(statement.parameters()), reader);
    }

    /** One row after the other, from a cursor of the database: inside a transaction. */
    <T> void each(Statement wanted, Sql.Reader<T> reader, Consumer<T> consumer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(wanted.sql())) {
            statement.setFetchSize(FETCH);
            Sql.of(wanted.parameters()).set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(reader.read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Reading a report failed", e);
        }
    }
}
