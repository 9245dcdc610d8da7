package org.kontor.document;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Templates in the database: versions are added, never changed. */
@ApplicationScoped
class TemplateRepository {

    private static final String COLUMNS =
            "select id, kind, language, version, created_at, created_by, standard, body from document_template";

    private static final String INSERT = """
            insert into document_template (kind, language, version, created_at, created_by, standard, body)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (kind, language, version) do nothing
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * The template that is in force. The one of Kontor is stored when it is first used, and again when Kontor brings another one: what
     * was made by it can be made the same way after an update.
     */
    Template current(TemplateKind kind, String language, Instant now) {
        String standard = StandardTemplates.body(kind, language);
        Optional<Template> stored = latest(kind, language);
        if (stored.isPresent()
                && (!stored.get().standard() || stored.get().body().equals(standard))) {
            return stored.get();
        }
        add(kind, language, stored.map(Template::version).orElse(0L) + 1, now, "system", true, standard);
        return latest(kind, language).orElseThrow();
    }

    /** The latest version that was stored. */
    Optional<Template> latest(TemplateKind kind, String language) {
        return Sql.one(
                dataSource,
                COLUMNS + " where kind = ? and language = ? order by version desc limit 1",
                Sql.of(kind.name(), language),
                TemplateRepository::row);
    }

    /** A version by its row. */
    Template version(long rowId) {
        return Sql.one(dataSource, COLUMNS + " where id = ?", Sql.of(rowId), TemplateRepository::row)
                .orElseThrow();
    }

    /** Adds a version; false when somebody else did meanwhile. */
    boolean add(
            TemplateKind kind, String language, long version, Instant now, String by, boolean standard, String body) {
        return Sql.execute(dataSource, INSERT, Sql.of(kind.name(), language, version, now, by, standard, body)) == 1;
    }

    private static Template row(ResultSet row) throws SQLException {
        return new Template(
                row.getLong(1),
                TemplateKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                Sql.instant(row, 5),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8));
    }
}
