package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/** How company entities work with what they are owed: the locked period, terms, tax, numbers. */
@Stateless
public class ReceivableSettings {

    private static final String SELECT = """
            select e.id, coalesce(s.version, 0), coalesce(s.updated_by, ''), s.locked_through, coalesce(s.terms_days, 30),
                   coalesce(s.notes, ''), coalesce(s.tax_rounding, 'LINE'), coalesce(s.prices_include_tax, false),
                   coalesce(s.allocation, 'OLDEST_DUE_FIRST'),
                   not exists (select 1 from number_range r where r.entity_id = e.id and not r.gap_free)
            from company_entity e left join receivable_setting s on s.entity_id = e.id where e.id = ?
            """;

    private static final String RANGES = """
            select k.kind, coalesce(r.prefix, k.prefix), coalesce(r.digits, 6), coalesce(r.next_number, 1)
            from (values ('INVOICE', 'INV-'), ('CREDIT_MEMO', 'CM-')) k(kind, prefix)
                left join number_range r on r.entity_id = ? and r.kind = k.kind
            order by k.kind desc
            """;

    private static final String STORE = """
            insert into receivable_setting (entity_id, version, created_at, created_by, updated_at, updated_by, locked_through,
                terms_days, notes, tax_rounding, prices_include_tax, allocation)
            values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (entity_id) do update set version = receivable_setting.version + 1, updated_at = excluded.updated_at,
                updated_by = excluded.updated_by, locked_through = excluded.locked_through, terms_days = excluded.terms_days,
                notes = excluded.notes, tax_rounding = excluded.tax_rounding,
                prices_include_tax = excluded.prices_include_tax, allocation = excluded.allocation
            """;

    private static final String STORE_RANGE = """
            insert into number_range (entity_id, kind, prefix, digits, next_number, gap_free) values (?, ?, ?, ?, ?, ?)
            on conflict (entity_id, kind) do update set prefix = excluded.prefix, digits = excluded.digits,
                next_number = excluded.next_number, gap_free = excluded.gap_free
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** How the company entity works. */
    @Requires(Permission.READ_SETTINGS)
    public Optional<ReceivableSettingsView> find(long entityId) {
        List<NumberRangeView> ranges = Sql.many(
                dataSource,
                RANGES,
                Sql.of(entityId),
                row -> new NumberRangeView(
                        DocumentKind.valueOf(row.getString(1)), row.getString(2), row.getInt(3), row.getLong(4)));
        return Sql.one(
                dataSource,
                SELECT,
                Sql.of(entityId),
                row -> new ReceivableSettingsView(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, LocalDate.class)),
                        row.getInt(5),
                        row.getString(6),
                        TaxRounding.valueOf(row.getString(7)),
                        row.getBoolean(8),
                        AllocationPolicy.valueOf(row.getString(9)),
                        row.getBoolean(10),
                        ranges));
    }

    /**
     * Replaces how a company entity works. Whatever is being posted at this moment comes before a new locked period.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} with every field that is against a rule
     */
    @Requires(Permission.WRITE_SETTINGS)
    public ReceivableSettingsView revise(long entityId, long expectedVersion, ReceivableSettingsDraft draft) {
        Sql.many(dataSource, "select pg_advisory_xact_lock(?, ?)", Sql.of(Debtors.PERIOD, (int) entityId), row -> 1);
        ReceivableSettingsView before = find(entityId).orElseThrow(() -> Holding.absent("company entity", entityId));
        if (before.version() != expectedVersion) {
            throw AppException.stale();
        }
        String notes = check(draft);
        Instant now = clock.instant();
        String by = CallerContext.current().login();
        Sql.execute(
                dataSource,
                STORE,
                Sql.of(
                        entityId,
                        now,
                        by,
                        now,
                        by,
                        draft.lockedThrough().orElse(null),
                        draft.termsDays(),
                        notes,
                        draft.taxRounding().name(),
                        draft.pricesIncludeTax(),
                        draft.allocation().name()));
        for (NumberRangeView range : draft.numberRanges()) {
            Sql.execute(
                    dataSource,
                    STORE_RANGE,
                    Sql.of(
                            entityId,
                            range.kind().name(),
                            range.prefix(),
                            range.digits(),
                            range.nextNumber(),
                            draft.gapFreeNumbers()));
        }
        if (!before.lockedThrough().equals(draft.lockedThrough())) {
            log.write(
                    "locked-period.changed",
                    "company entity " + entityId + " through "
                            + draft.lockedThrough().map(LocalDate::toString).orElse("none"));
        }
        return find(entityId).orElseThrow();
    }

    private static String check(ReceivableSettingsDraft draft) {
        FieldCheck fields = new FieldCheck();
        if (draft.termsDays() < 0 || draft.termsDays() > 999) {
            fields.refuse("termsDays", "OUT_OF_RANGE", "Enter 0 to 999 days.");
        }
        if (draft.allocation().order().isEmpty()) {
            fields.refuse("allocation", "UNKNOWN_VALUE", "Choose OLDEST_DUE_FIRST or LEGAL_ORDER.");
        }
        String notes = fields.lines("notes", draft.notes(), 4_000);
        List<DocumentKind> kinds = new ArrayList<>();
        for (int i = 0; i < draft.numberRanges().size(); i++) {
            NumberRangeView range = draft.numberRanges().get(i);
            String at = "numberRanges[" + i + "].";
            kinds.add(range.kind());
            if (!fields.line(at + "prefix", range.prefix(), 20).equals(range.prefix())) {
                fields.refuse(at + "prefix", "BLANK_AT_END", "Remove the blanks around the prefix.");
            }
            if (range.digits() < 1 || range.digits() > 12) {
                fields.refuse(at + "digits", "OUT_OF_RANGE", "Enter 1 to 12 digits.");
            }
            if (range.nextNumber() < 1 || range.nextNumber() > 999_999_999_999L) {
                fields.refuse(at + "nextNumber", "OUT_OF_RANGE", "Enter a number from 1 on.");
            }
        }
        if (kinds.size() != 2 || kinds.stream().distinct().count() != 2) {
            fields.refuse("numberRanges", "REQUIRED", "Give one range for INVOICE and one for CREDIT_MEMO.");
        }
        InvoiceRules.refuse(fields);
        return notes;
    }
}
