package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomerErased;
import org.kontor.shared.Sql;

/**
 * Uploaded files that hold somebody who was erased are removed: those of imports that brought or changed the customer, and every
 * other one in which a name, address or number of theirs stands. The import stays, with its counts; its rejected rows can no
 * longer be downloaded. A file without a header may have had a person in its first row: what was kept of that goes, too.
 */
@ApplicationScoped
class ErasedImports {

    private static final int BLOCK = 1 << 16;

    private static final String TOLD = " where exists (select 1 from unnest(?::text[]) trace where strpos(lower(";

    private static final List<String> FIRST_ROWS = List.of(
            "update import_run r set header = '{}', header_problems = '{}', ignored_columns = '{}'" + TOLD
                    + "array_to_string(r.header || r.header_problems || r.ignored_columns, ' ')), lower(trace)) > 0)",
            "delete from import_mapping m" + TOLD
                    + "m.name || ' ' || array_to_string(m.header, ' ') || ' ' || m.mapping::text), lower(trace)) > 0)");

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ImportFiles files;

    private record Stored(long id, Charset charset) {}

    void on(@Observes CustomerErased erased) {
        List<String> traces =
                erased.traces().stream().map(ErasedImports::folded).toList();
        Set<Long> ids = new HashSet<>(Sql.many(
                dataSource,
                "select distinct import_id from import_row_key where customer_id = any(?)",
                Sql.of((Object) erased.ids().toArray(Long[]::new)),
                row -> row.getLong(1)));
        for (Stored file : stored()) {
            if (!ids.contains(file.id()) && holds(file, traces)) {
                ids.add(file.id());
            }
        }
        Long[] gone = ids.toArray(Long[]::new);
        String[] texts = erased.traces().toArray(String[]::new);
        Sql.execute(dataSource, "delete from import_piece where import_id = any(?)", Sql.of((Object) gone));
        Sql.execute(
                dataSource,
                "delete from import_problem p where import_id = any(?) or exists (select 1 from unnest(?::text[]) trace"
                        + " where strpos(lower(p.value || ' ' || p.message), lower(trace)) > 0)",
                Sql.of(gone, texts));
        Sql.execute(
                dataSource,
                "update import_run r set file_name = 'erased' where exists (select 1 from unnest(?::text[]) trace"
                        + " where strpos(lower(r.file_name), lower(trace)) > 0)",
                Sql.of((Object) texts));
        FIRST_ROWS.forEach(sql -> Sql.execute(dataSource, sql, Sql.of((Object) texts)));
    }

    private List<Stored> stored() {
        return Sql.many(
                dataSource,
                "select id, charset from import_run r where exists (select 1 from import_piece p where p.import_id = r.id)",
                Sql.of(),
                row -> new Stored(row.getLong(1), Charset.forName(row.getString(2))));
    }

    private boolean holds(Stored file, List<String> traces) {
        int overlap = traces.stream().mapToInt(String::length).max().orElse(0);
        try (Reader text = new InputStreamReader(files.open(file.id()), file.charset())) {
            char[] block = new char[BLOCK];
            String before = "";
            for (int read = text.read(block); read >= 0; read = text.read(block)) {
                String seen = before + folded(new String(block, 0, read));
                if (traces.stream().anyMatch(seen::contains)) {
                    return true;
                }
                before = seen.substring(Math.max(0, seen.length() - overlap));
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In lower case, cells apart by one blank, so that a name is found though each of its parts has a column. */
    private static String folded(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,;|\"]+", -1)) {
            words.add(word);
        }
        return String.join(" ", words);
    }
}
