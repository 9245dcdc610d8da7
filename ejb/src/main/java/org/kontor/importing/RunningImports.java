package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.ErasureObstacle;
import org.kontor.shared.HoldsBackErasure;
import org.kontor.shared.Sql;

/** Nobody is erased while an import runs: its file may hold the person, and would bring them back row by row. */
@ApplicationScoped
class RunningImports implements HoldsBackErasure {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Override
    public List<ErasureObstacle> obstacles(long customerId) {
        return Sql.many(
                dataSource,
                "select id from import_run where state in ('PENDING', 'RUNNING') or undo_state in ('PENDING', 'RUNNING')"
                        + " order by id limit 1",
                Sql.of(),
                row -> new ErasureObstacle(
                        "IMPORT_RUNNING",
                        "Wait until import " + row.getLong(1)
                                + " is over, or stop it: its file may hold this customer."));
    }
}
