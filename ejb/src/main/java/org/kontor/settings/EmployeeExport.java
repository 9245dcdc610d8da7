package org.kontor.settings;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.kontor.access.AccessLog;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.access.UserView;
import org.kontor.access.Users;

/** Users as CSV, with their custom fields (S4-41); no passwords. */
@Stateless
public class EmployeeExport {

    private static final RecordCsv.Layout<UserView> LAYOUT = new RecordCsv.Layout<>(
            List.of("UserId", "Login", "Name", "Email", "Active", "Roles", "Groups", "LastSignIn"),
            user -> List.of(
                    Long.toString(user.id()),
                    user.login(),
                    user.displayName(),
                    user.email(),
                    Boolean.toString(user.active()),
                    String.join("; ", user.roles()),
                    String.join("; ", user.groups()),
                    user.lastSignInAt().map(Object::toString).orElse("")),
            UserView::customFields);

    @Inject
    Users users;

    @Inject
    RecordCsv csv;

    @Inject
    AccessLog log;

    /** Writes down who takes which users out, before the first of them leaves. */
    @Requires(Permission.READ_USER)
    public void begin(Map<String, String> customFields) {
        // The value is what somebody typed, and may be personal.
        log.write(
                "user.exported",
                customFields.isEmpty()
                        ? "all users"
                        : "users by custom fields "
                                + customFields.keySet().stream().sorted().toList());
    }

    /**
     * Writes the list, oldest first. Call {@link #begin} before.
     *
     * @param customFields keys and values as text; each must hold
     * @param out gets the bytes as they come; not closed
     */
    @Requires(Permission.READ_USER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(Map<String, String> customFields, OutputStream out) {
        csv.write(CustomFieldOwner.EMPLOYEE, LAYOUT, page -> users.list(customFields, page), out);
    }
}
