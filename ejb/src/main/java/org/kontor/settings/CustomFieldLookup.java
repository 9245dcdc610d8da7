package org.kontor.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Definitions of custom fields, for services of other features, which check their own permissions. */
@ApplicationScoped
public class CustomFieldLookup {

    private static final String OF_OWNER = """
            select id, version, created_at, created_by, updated_at, updated_by, owner, key, label, kind, choices, required,
                   searchable, position, active
            from custom_field where owner = ? order by position, label
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * All fields of an owner in the order of the form, retired ones too. Import and export take their columns from here. Every document
     * that is made asks for them, so they are read as rows and not as entities.
     */
    public List<CustomFieldView> of(CustomFieldOwner owner) {
        return Sql.many(dataSource, OF_OWNER, Sql.of(owner.name()), CustomFieldLookup::view);
    }

    private static CustomFieldView view(ResultSet row) throws SQLException {
        String choices = row.getString(11);
        return new CustomFieldView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                CustomFieldOwner.valueOf(row.getString(7)),
                row.getString(8),
                row.getString(9),
                CustomFieldKind.valueOf(row.getString(10)),
                choices.isEmpty() ? List.of() : choices.lines().toList(),
                row.getBoolean(12),
                row.getBoolean(13),
                row.getInt(14),
                row.getBoolean(15));
    }
}
