package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/**
 * What every feature asks before it shows or writes something of a customer: whether there is such a customer for this caller.
 * The one place for it, so that no list of a customer's things is open when the customer is not.
 */
@ApplicationScoped
public class CustomerGate {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerScope scope;

    /**
     * The display name of the customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT} when there is none
     */
    public String name(long customerId) {
        return find(customerId).orElseThrow(() -> absent(customerId));
    }

    /** The display name of the customer; empty when there is none. */
    public Optional<String> find(long customerId) {
        return name("select display_name from customer where id = ?", customerId)
                .filter(name -> scope.sees(customerId));
    }

    /**
     * As {@link #name}, and lets one transaction at a time change what belongs to the customer. Readers and the record itself are
     * not held up, but another writer of the record is.
     */
    public String lock(long customerId) {
        return lockIfThere(customerId).orElseThrow(() -> absent(customerId));
    }

    /** As {@link #lock}; empty when there is none, such as behind the merge that was waited for. */
    public Optional<String> lockIfThere(long customerId) {
        return name("select display_name from customer where id = ? for no key update", customerId)
                .filter(name -> scope.sees(customerId));
    }

    /** The refusal for a customer that is not there. */
    public static AppException absent(long customerId) {
        return new AppException(
                ErrorKind.ABSENT,
                "CUSTOMER_NOT_FOUND",
                "Look for another customer: there is none with id " + customerId + ".");
    }

    private Optional<String> name(String sql, long customerId) {
        return Sql.one(dataSource, sql, Sql.of(customerId), row -> row.getString(1));
    }
}
