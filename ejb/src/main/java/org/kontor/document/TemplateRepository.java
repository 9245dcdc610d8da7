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
            "select id, kind, language, design, version, created_at, created_by, standard, body from document_template";

    private static final String INSERT = """
            insert into document_template (kind, language, design, version, created_at, created_by, standard, body)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (kind, language, design, version) do nothing
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * The template that is in force: the company's own of this design, else that of all others. The one of Kontor is stored when it is first used, and again when Kontor brings another one: what
     * was made by it can be made the same way after an update.
     */
    Template current(TemplateKind kind, String language, String design, Instant now) {
        Optional<Template> own = design.isEmpty()
                ? Optional.empty()
                : latest(kind, language, design).filter(each -> !each.standard());
        if (own.isPresent()) {
            return own.get();
        }
        String standard = StandardTemplates.body(kind, language);
        Optional<Template> stored = latest(kind, language, "");
        if (stored.isPresent()
                && (!stored.get().standard() || stored.get().body().equals(standard))) {
            return stored.get();
        }
        add(kind, language, "", stored.map(Template::version).orElse(0L) + 1, now, "system", true, standard);
        return latest(kind, language, "").orElseThrow();
    }

    /** The latest version that was stored. */
    Optional<Template> latest(TemplateKind kind, String language, String design) {
        return Sql.one(
                dataSource,
                COLUMNS + " where kind = ? and language = ? and design = ? order by version desc limit 1",
                Sql.of(kind.name(), language, design),
                TemplateRepository::row);
    }

    /** A version by its row. */
    Template version(long rowId) {
        return Sql.one(dataSource, COLUMNS + " where id = ?", Sql.of(rowId), TemplateRepository::row)
                .orElseThrow();
    }

    /** Adds a version; false when somebody else did meanwhile. */
    boolean add(
            TemplateKind kind,
            String language,
            String design,
            long version,
            Instant now,
            String by,
            boolean standard,
            String body) {
        return Sql.execute(dataSource, INSERT, Sql.of(kind.name(), language, design, version, now, by, standard, body))
                == 1;
    }

    private static Template row(ResultSet row) throws SQLException {
        return new Template(
                row.getLong(1),
                TemplateKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                Sql.instant(row, 6),
                row.getString(7),
                row.getBoolean(8),
                row.getString(9));
    }
}
