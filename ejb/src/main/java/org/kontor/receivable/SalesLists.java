package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/** The lists that lines of documents choose from: tax rates and items. What was used stays on the documents as it was then. */
@Stateless
public class SalesLists {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,29}");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal MOST = new BigDecimal("999999999999");

    private static final String RATES =
            "select id, version, created_at, created_by, updated_at, updated_by, code, name, percent, not active from tax_rate";

    private static final String ITEMS =
            "select i.id, i.version, i.created_at, i.created_by, i.updated_at, i.updated_by, i.code, i.name, i.description,"
                    + " i.unit_price, i.currency, coalesce(t.code, ''), not i.active"
                    + " from sales_item i left join tax_rate t on t.id = i.tax_rate_id";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** All tax rates, by code. */
    @Requires(Permission.READ_RECEIVABLE)
    public List<TaxRateView> rates() {
        return Sql.many(dataSource, RATES + " order by code", Sql.of(), SalesLists::rate);
    }

    /** The tax rate with this id. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<TaxRateView> rate(long id) {
        return Sql.one(dataSource, RATES + " where id = ?", Sql.of(id), SalesLists::rate);
    }

    /**
     * Adds a tax rate.
     *
     * @throws AppException {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} for a code that is there
     */
    @Requires(Permission.WRITE_SETTINGS)
    public TaxRateView addRate(TaxRateDraft draft) {
        BigDecimal percent = check(draft);
        long id = Sql.one(
                        dataSource,
                        "insert into tax_rate (version, created_at, created_by, updated_at, updated_by, code, name, percent, active)"
                                + " values (1, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing returning id",
                        Sql.of(
                                clock.instant(),
                                login(),
                                clock.instant(),
                                login(),
                                draft.code(),
                                draft.name().strip(),
                                percent,
                                !draft.retired()),
                        row -> row.getLong(1))
                .orElseThrow(() -> taken(draft.code()));
        return rate(id).orElseThrow();
    }

    /**
     * Changes a tax rate; documents that use it stay as they are.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public TaxRateView reviseRate(long id, long expectedVersion, TaxRateDraft draft) {
        TaxRateView before = rate(id).orElseThrow(() -> Holding.absent("tax rate", id));
        sameCode(before.code(), draft.code());
        BigDecimal percent = check(draft);
        changed(Sql.execute(
                dataSource,
                "update tax_rate set version = version + 1, updated_at = ?, updated_by = ?, name = ?, percent = ?, active = ?"
                        + " where id = ? and version = ?",
                Sql.of(
                        clock.instant(),
                        login(),
                        draft.name().strip(),
                        percent,
                        !draft.retired(),
                        id,
                        expectedVersion)));
        return rate(id).orElseThrow();
    }

    /** All items, by code. */
    @Requires(Permission.READ_RECEIVABLE)
    public List<SalesItemView> items() {
        return Sql.many(dataSource, ITEMS + " order by i.code", Sql.of(), SalesLists::item);
    }

    /** The item with this id. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<SalesItemView> item(long id) {
        return Sql.one(dataSource, ITEMS + " where i.id = ?", Sql.of(id), SalesLists::item);
    }

    /**
     * Adds an item.
     *
     * @throws AppException {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} for a code that is there
     */
    @Requires(Permission.WRITE_SETTINGS)
    public SalesItemView addItem(SalesItemDraft draft) {
        Optional<Long> rate = check(draft);
        long id = Sql.one(
                        dataSource,
                        "insert into sales_item (version, created_at, created_by, updated_at, updated_by, code, name, description,"
                                + " unit_price, currency, tax_rate_id, active) values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (code) do nothing returning id",
                        Sql.of(
                                clock.instant(),
                                login(),
                                clock.instant(),
                                login(),
                                draft.code(),
                                draft.name().strip(),
                                draft.description().strip(),
                                draft.unitPrice().orElseThrow(),
                                draft.currency(),
                                rate.orElse(null),
                                !draft.retired()),
                        row -> row.getLong(1))
                .orElseThrow(() -> taken(draft.code()));
        return item(id).orElseThrow();
    }

    /**
     * Changes an item; documents that use it stay as they are.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public SalesItemView reviseItem(long id, long expectedVersion, SalesItemDraft draft) {
        SalesItemView before = item(id).orElseThrow(() -> Holding.absent("sales item", id));
        sameCode(before.code(), draft.code());
        Optional<Long> rate = check(draft);
        changed(Sql.execute(
                dataSource,
                "update sales_item set version = version + 1, updated_at = ?, updated_by = ?, name = ?, description = ?,"
                        + " unit_price = ?, currency = ?, tax_rate_id = ?, active = ? where id = ? and version = ?",
                Sql.of(
                        clock.instant(),
                        login(),
                        draft.name().strip(),
                        draft.description().strip(),
                        draft.unitPrice().orElseThrow(),
                        draft.currency(),
                        rate.orElse(null),
                        !draft.retired(),
                        id,
                        expectedVersion)));
        return item(id).orElseThrow();
    }

    private static BigDecimal check(TaxRateDraft draft) {
        FieldCheck fields = new FieldCheck();
        named(fields, draft.code(), draft.name());
        BigDecimal percent = draft.percent().orElse(BigDecimal.ONE.negate());
        number(fields, "percent", percent, BigDecimal.ZERO, HUNDRED);
        InvoiceRules.refuse(fields);
        return percent;
    }

    private Optional<Long> check(SalesItemDraft draft) {
        FieldCheck fields = new FieldCheck();
        named(fields, draft.code(), draft.name());
        fields.lines("description", draft.description(), 1_000);
        Amounts.currency(fields, draft.currency());
        if (draft.unitPrice().isEmpty()) {
            fields.refuse("unitPrice", "REQUIRED", "Enter the price of one.");
        }
        draft.unitPrice().ifPresent(price -> number(fields, "unitPrice", price, MOST.negate(), MOST));
        Optional<Long> rate = rates().stream()
                .filter(each -> each.code().equals(draft.taxCode()))
                .map(TaxRateView::id)
                .findFirst();
        if (!draft.taxCode().isEmpty() && rate.isEmpty()) {
            fields.refuse("taxCode", "TAX_RATE_UNKNOWN", "Choose a tax rate of the list, or none.");
        }
        InvoiceRules.refuse(fields);
        return rate;
    }

    private static void named(FieldCheck fields, String code, String name) {
        if (!CODE.matcher(code).matches()) {
            fields.refuse("code", "CODE_FORMAT", "Write the code in capital letters and digits, such as VAT19.");
        }
        if (fields.line("name", name, 100).isEmpty()) {
            fields.refuse("name", "REQUIRED", "Enter a name.");
        }
    }

    private static void number(FieldCheck fields, String field, BigDecimal value, BigDecimal least, BigDecimal most) {
        if (value.compareTo(least) < 0
                || value.compareTo(most) > 0
                || Amounts.plain(value).scale() > 6) {
            fields.refuse(
                    field,
                    "OUT_OF_RANGE",
                    "Enter a number from " + least.toPlainString() + " to " + most.toPlainString()
                            + " with at most 6 decimals.");
        }
    }

    private static void sameCode(String before, String after) {
        if (!before.equals(after)) {
            throw AppException.invalid("code", "READ_ONLY", "Leave the code as it is, or add another entry.");
        }
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw AppException.stale();
        }
    }

    private static AppException taken(String code) {
        return new AppException(
                ErrorKind.CONFLICT, "CODE_TAKEN", "Choose another code: there is an entry with " + code + ".");
    }

    private static String login() {
        return CallerContext.current().login();
    }

    private static TaxRateView rate(ResultSet row) throws SQLException {
        return new TaxRateView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Amounts.plain(row.getBigDecimal(9)),
                row.getBoolean(10));
    }

    private static SalesItemView item(ResultSet row) throws SQLException {
        return new SalesItemView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                Amounts.plain(row.getBigDecimal(10)),
                row.getString(11),
                row.getString(12),
                row.getBoolean(13));
    }
}
