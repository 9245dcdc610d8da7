package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.RecordJson;
import org.kontor.shared.Sql;

/** Keeps mappings by name, and finds them by header. */
@ApplicationScoped
public class MappingRepository {

    private static final String KEEP = """
            insert into import_mapping (created_at, created_by, updated_at, name, header, header_hash, mapping)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (lower(name)) do update set version = import_mapping.version + 1, updated_at = excluded.updated_at,
                header = excluded.header, header_hash = excluded.header_hash, mapping = excluded.mapping
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** Keeps a mapping under its name; another one of that name is replaced. */
    void keep(ImportMapping mapping, List<String> header, String login) {
        Timestamp now = Timestamp.from(clock.instant());
        Sql.execute(dataSource, KEEP, s -> {
            s.setTimestamp(1, now);
            s.setString(2, login);
            s.setTimestamp(3, now);
            s.setString(4, mapping.name());
            s.setArray(5, s.getConnection().createArrayOf("text", header.toArray()));
            s.setString(6, hash(header));
            s.setString(7, RecordJson.write(mapping));
        });
    }

    /** The mapping that was kept last for this header, in whatever order its columns stand. */
    Optional<ImportMapping> find(List<String> header) {
        return Sql.one(
                dataSource,
                "select mapping from import_mapping where header_hash = ? order by updated_at desc, id desc limit 1",
                s -> s.setString(1, hash(header)),
                r -> RecordJson.read(ImportMapping.class, r.getString(1)));
    }

    /** Mappings with an id above this one. */
    List<SavedMapping> list(long above, int limit) {
        return Sql.many(
                dataSource,
                "select * from import_mapping where id > ? order by id limit ?",
                s -> {
                    s.setLong(1, above);
                    s.setInt(2, limit);
                },
                MappingRepository::saved);
    }

    /** Forgets a mapping; says whether there was one. */
    boolean delete(long id) {
        return Sql.execute(dataSource, "delete from import_mapping where id = ?", s -> s.setLong(1, id)) > 0;
    }

    private static SavedMapping saved(ResultSet r) throws SQLException {
        return new SavedMapping(
                r.getLong("id"),
                r.getLong("version"),
                r.getTimestamp("created_at").toInstant(),
                r.getString("created_by"),
                r.getTimestamp("updated_at").toInstant(),
                r.getString("name"),
                List.of((String[]) r.getArray("header").getArray()),
                RecordJson.read(ImportMapping.class, r.getString("mapping")));
    }

    private static String hash(List<String> header) {
        try {
            String text = String.join("\u001f", header.stream().sorted().toList());
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
