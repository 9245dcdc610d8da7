package org.kontor.document;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.customer.Address;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Letterheads in the database: versions are added, never changed. */
@ApplicationScoped
class LetterheadRepository {

    private static final String COLUMNS = """
            coalesce(l.id, 0), e.id, coalesce(l.version, 0), l.created_at, coalesce(l.created_by, ''),
            coalesce(l.locale, e.locale), coalesce(l.line1, ''), coalesce(l.line2, ''), coalesce(l.city, ''),
            coalesce(l.state, ''), coalesce(l.postal_code, ''), coalesce(l.country, e.default_country),
            coalesce(l.vat_id, ''), coalesce(l.tax_number, ''), coalesce(l.email, ''), coalesce(l.phone, ''),
            coalesce(l.website, ''), coalesce(l.account_holder, ''), coalesce(l.iban, ''), coalesce(l.bic, ''),
            coalesce(l.accent, '#1f4e79'), coalesce(l.footer, ''), coalesce(l.logo_type, ''), coalesce(l.logo, ''::bytea)
            """;

    private static final String CURRENT = "select " + COLUMNS + """
            from company_entity e left join letterhead l on l.entity_id = e.id
            where e.id = ? order by l.version desc nulls last limit 1
            """;

    private static final String BY_ROW =
            "select " + COLUMNS + " from letterhead l join company_entity e on e.id = l.entity_id where l.id = ?";

    private static final String INSERT = """
            insert into letterhead (entity_id, version, created_at, created_by, locale, line1, line2, city, state, postal_code,
                country, vat_id, tax_number, email, phone, website, account_holder, iban, bic, accent, footer, logo_type, logo)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (entity_id, version) do nothing
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** The letterhead of a company entity now; the usual one while nothing was said. Empty when there is no such entity. */
    Optional<Letterhead> current(long entityId) {
        return Sql.one(dataSource, CURRENT, Sql.of(entityId), LetterheadRepository::row);
    }

    /** A version by its row. */
    Letterhead version(long rowId) {
        return Sql.one(dataSource, BY_ROW, Sql.of(rowId), LetterheadRepository::row)
                .orElseThrow();
    }

    /** Adds a version; false when somebody else did meanwhile. */
    boolean add(long entityId, long version, LetterheadDraft draft, Logo logo, Instant now, String by) {
        Address address = draft.address();
        return Sql.execute(
                        dataSource,
                        INSERT,
                        Sql.of(
                                entityId,
                                version,
                                now,
                                by,
                                draft.locale(),
                                address.line1(),
                                address.line2(),
                                address.city(),
                                address.state(),
                                address.postalCode(),
                                address.country(),
                                draft.vatId(),
                                draft.taxNumber(),
                                draft.email(),
                                draft.phone(),
                                draft.website(),
                                draft.accountHolder(),
                                draft.iban(),
                                draft.bic(),
                                draft.accent(),
                                draft.footer(),
                                logo.type(),
                                logo.bytes()))
                == 1;
    }

    private static Letterhead row(ResultSet row) throws SQLException {
        long version = row.getLong(3);
        LetterheadView view = new LetterheadView(
                row.getLong(2),
                version,
                version == 0 ? Optional.empty() : Optional.of(Sql.instant(row, 4)),
                row.getString(5),
                row.getString(6),
                new Address(
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12)),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                row.getString(22),
                !row.getString(23).isEmpty());
        return new Letterhead(row.getLong(1), view, new Logo(row.getString(23), row.getBytes(24)));
    }
}
