package org.kontor.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * Which customers the current caller sees (S4-66). Repositories ask it before they give anything of a customer; a customer that is
 * not seen is answered like one that does not exist.
 */
@ApplicationScoped
public class CustomerScope {

    private static final String VISIBLE = """
            select id from customer
            where id = any(?) and ? in (billing_owner_id, account_manager_id, sales_rep_id, manager_id)
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** A condition over columns of the table {@code customer}, for the current caller; empty text when all are seen. */
    public static String condition() {
        Caller caller = CallerContext.current();
        long user = caller.userId();
        return caller.scope() == RowScope.ALL
                ? ""
                : "(billing_owner_id = " + user + " or account_manager_id = " + user + " or sales_rep_id = " + user
                        + " or manager_id = " + user + ")";
    }

    /** Those of the customers that the current caller sees. */
    public Set<Long> visible(Collection<Long> customerIds) {
        Caller caller = CallerContext.current();
        if (caller.scope() == RowScope.ALL || customerIds.isEmpty()) {
            return Set.copyOf(customerIds);
        }
        Set<Long> seen = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(VISIBLE)) {
            statement.setArray(1, connection.createArrayOf("bigint", customerIds.toArray()));
            statement.setLong(2, caller.userId());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The owners of customers could not be read", e);
        }
        return seen;
    }

    /** Whether the current caller sees the customer. */
    public boolean sees(long customerId) {
        return visible(List.of(customerId)).contains(customerId);
    }

    /**
     * Refuses a customer that the current caller does not see.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, as if there were none
     */
    public void require(long customerId) {
        if (!sees(customerId)) {
            throw new AppException(
                    ErrorKind.ABSENT,
                    "CUSTOMER_NOT_FOUND",
                    "Look for another customer: there is none with id " + customerId + ".");
        }
    }
}
