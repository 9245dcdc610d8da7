package org.kontor.cadence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Cadences and their steps. */
@ApplicationScoped
class CadenceRepository {

    private static final String SELECT =
            "select k.id, k.version, k.created_at, k.created_by, k.updated_at, k.updated_by, k.name, k.description, k.active,"
                    + " k.by_default, (select count(*) from customer_cadence p where p.cadence_id = k.id) from cadence k ";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** All of them, by name. */
    List<CadenceView> list() {
        return withSteps(Sql.many(dataSource, SELECT + "order by lower(k.name), k.id", Sql.of(), this::view));
    }

    Optional<CadenceView> find(long id) {
        return withSteps(Sql.many(dataSource, SELECT + "where k.id = ?", Sql.of(id), this::view)).stream()
                .findFirst();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<CadenceView> lock(long id) {
        Sql.many(dataSource, "select 1 from cadence where id = ? for update", Sql.of(id), row -> 1);
        return find(id);
    }

    /** As {@link #find}, and nobody removes it or sets it inactive until the transaction ends. */
    Optional<CadenceView> hold(long id) {
        Sql.many(dataSource, "select 1 from cadence where id = ? for share", Sql.of(id), row -> 1);
        return find(id);
    }

    /** The one of this name, in any case. */
    Optional<Long> named(String name) {
        return Sql.one(
                dataSource, "select id from cadence where lower(name) = lower(?)", Sql.of(name), row -> row.getLong(1));
    }

    long add(CadenceDraft draft) {
        Instant now = now();
        String login = CallerContext.current().login();
        otherDefault(draft, 0);
        long id = Sql.one(
                        dataSource,
                        "insert into cadence (created_at, created_by, updated_at, updated_by, name, description, active, by_default)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        Sql.of(
                                now,
                                login,
                                now,
                                login,
                                draft.name(),
                                draft.description(),
                                draft.active(),
                                draft.byDefault()),
                        row -> row.getLong(1))
                .orElseThrow();
        write(id, draft.steps());
        return id;
    }

    /** Replaces what is said of it. What a step that is due at another time has planned is planned anew. */
    void revise(CadenceView before, CadenceDraft draft) {
        long id = before.id();
        // First, as the job holds these rows before it changes to-dos.
        Sql.execute(
                dataSource, "update customer_cadence set stale = true where cadence_id = ? and not stale", Sql.of(id));
        otherDefault(draft, id);
        Sql.execute(
                dataSource,
                "update cadence set version = version + 1, updated_at = ?, updated_by = ?, name = ?, description = ?, active = ?,"
                        + " by_default = ? where id = ?",
                Sql.of(
                        now(),
                        CallerContext.current().login(),
                        draft.name(),
                        draft.description(),
                        draft.active(),
                        draft.byDefault(),
                        id));
        Long[] kept = draft.steps().stream().flatMap(step -> step.id().stream()).toArray(Long[]::new);
        Long[] moved = draft.steps().stream()
                .filter(step -> before.steps().stream().anyMatch(old -> moved(old, step)))
                .flatMap(step -> step.id().stream())
                .toArray(Long[]::new);
        Sql.execute(
                dataSource, "delete from to_do where step_id = any(?) and state = 'SCHEDULED'", Sql.of((Object) moved));
        Sql.execute(dataSource, "delete from cadence_step where cadence_id = ? and id <> all(?)", Sql.of(id, kept));
        write(id, draft.steps());
    }

    private static boolean moved(CadenceStepView old, CadenceStepDraft step) {
        return step.id().filter(id -> id == old.id()).isPresent()
                && (old.condition() != step.condition().orElseThrow()
                        || old.days() != step.days().orElse(0)
                        || old.kind() != step.kind().orElseThrow()
                        || old.amount()
                                        .orElse(BigDecimal.ZERO)
                                        .compareTo(step.amount().orElse(BigDecimal.ZERO))
                                != 0);
    }

    /** False when somebody else changed it meanwhile, or a customer has it. */
    boolean delete(long id) {
        return Sql.execute(
                        dataSource,
                        "delete from cadence k where id = ? and not exists (select from customer_cadence p where p.cadence_id = k.id)",
                        Sql.of(id))
                == 1;
    }

    private void otherDefault(CadenceDraft draft, long id) {
        if (draft.byDefault()) {
            Sql.execute(
                    dataSource,
                    "update cadence set by_default = false, version = version + 1 where by_default and id <> ?",
                    Sql.of(id));
        }
    }

    private void write(long cadence, List<CadenceStepDraft> steps) {
        for (int i = 0; i < steps.size(); i++) {
            CadenceStepDraft step = steps.get(i);
            Object[] values = {
                i,
                step.condition().orElseThrow().name(),
                step.days().orElse(0),
                step.amount().orElse(BigDecimal.ZERO),
                step.kind().orElseThrow().name(),
                step.subject(),
                step.text(),
                step.automatic(),
                step.attachInvoice(),
                step.copies().toArray(String[]::new),
                cadence
            };
            if (step.id().isEmpty()) {
                Sql.execute(
                        dataSource,
                        "insert into cadence_step (position, condition, days, amount, kind, subject, text, automatic, attach_invoice,"
                                + " copies, cadence_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        Sql.of(values));
            } else {
                Object[] more = Arrays.copyOf(values, values.length + 1);
                more[values.length] = step.id().get();
                Sql.execute(
                        dataSource,
                        "update cadence_step set position = ?, condition = ?, days = ?, amount = ?, kind = ?, subject = ?, text = ?,"
                                + " automatic = ?, attach_invoice = ?, copies = ? where cadence_id = ? and id = ?",
                        Sql.of(more));
            }
        }
    }

    private List<CadenceView> withSteps(List<CadenceView> cadences) {
        record Owned(long cadence, CadenceStepView step) {}

        Map<Long, List<CadenceStepView>> steps = Sql.many(
                        dataSource,
                        "select cadence_id, id, condition, days, amount, kind, subject, text, automatic, attach_invoice, copies"
                                + " from cadence_step where cadence_id = any(?) order by cadence_id, position, id",
                        Sql.of((Object) cadences.stream().map(CadenceView::id).toArray(Long[]::new)),
                        row -> new Owned(row.getLong(1), step(row)))
                .stream()
                .collect(Collectors.groupingBy(Owned::cadence, Collectors.mapping(Owned::step, Collectors.toList())));
        return cadences.stream()
                .map(each -> new CadenceView(
                        each.id(),
                        each.version(),
                        each.createdAt(),
                        each.createdBy(),
                        each.updatedAt(),
                        each.updatedBy(),
                        each.name(),
                        each.description(),
                        each.active(),
                        each.byDefault(),
                        each.customers(),
                        steps.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static CadenceStepView step(ResultSet row) throws SQLException {
        CadenceCondition condition = CadenceCondition.valueOf(row.getString(3));
        return new CadenceStepView(
                row.getLong(2),
                condition,
                row.getInt(4),
                condition.takesAmount() ? Optional.of(plain(row.getBigDecimal(5))) : Optional.empty(),
                StepKind.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getBoolean(10),
                List.of((String[]) row.getArray(11).getArray()));
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2, java.math.RoundingMode.UNNECESSARY) : stripped;
    }

    private CadenceView view(ResultSet row) throws SQLException {
        return new CadenceView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getLong(11),
                List.of());
    }

    private Instant now() {
        return clock.instant();
    }
}
