package org.kontor.contact;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.RecordCsv;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Sql;

/** Contacts of all customers that the caller sees: a list, narrowed by custom fields (S4-41), and the same as a file. */
@Stateless
public class ContactLists {

    private static final RecordCsv.Layout<ContactView> LAYOUT = new RecordCsv.Layout<>(
            List.of(
                    "ContactId",
                    "CustomerId",
                    "Customer",
                    "FirstName",
                    "LastName",
                    "Title",
                    "Email",
                    "Phone",
                    "Mobile",
                    "SmsOptIn",
                    "LinkedIn",
                    "ContactType",
                    "Status",
                    "Primary"),
            contact -> List.of(
                    Long.toString(contact.id()),
                    Long.toString(contact.customerId()),
                    contact.company(),
                    contact.firstName(),
                    contact.lastName(),
                    contact.title(),
                    contact.email(),
                    contact.phone(),
                    contact.mobile(),
                    Boolean.toString(contact.smsOptIn()),
                    contact.linkedInUrl(),
                    contact.contactTypeName(),
                    contact.status().name(),
                    Boolean.toString(contact.primary())),
            ContactView::customFields);

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Contacts contacts;

    @Inject
    RecordCsv csv;

    @Inject
    AccessLog log;

    /**
     * Contacts, oldest first.
     *
     * @param customFields keys and values as text, regardless of case; each must hold
     * @throws AppException {@link ErrorKind#INVALID} for a cursor of another list
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<ContactView> list(Map<String, String> customFields, PageRequest page) {
        String list = "contacts|" + CustomerScope.condition() + customFields;
        long after = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(0L);
        StringBuilder sql = new StringBuilder("select id from contact where id > ?");
        List<Object> values = new ArrayList<>(List.of(after));
        customFields.forEach((key, value) -> {
            sql.append(" and ").append(CustomFieldValues.holds("custom_values"));
            values.addAll(List.of(key, key, value));
        });
        String scope = CustomerScope.condition();
        if (!scope.isEmpty()) {
            sql.append(" and customer_id in (select id from customer where ")
                    .append(scope)
                    .append(')');
        }
        sql.append(" order by id limit ?");
        values.add(page.limit() + 1);
        List<Long> ids = Sql.many(dataSource, sql.toString(), Sql.of(values.toArray()), row -> row.getLong(1));
        boolean more = ids.size() > page.limit();
        List<Long> shown = more ? ids.subList(0, page.limit()) : ids;
        return new Page<>(
                contacts.findAll(shown),
                more ? Optional.of(Cursor.encode(list, Long.toString(shown.get(shown.size() - 1)))) : Optional.empty());
    }

    /** Writes down who takes which contacts out, before the first of them leaves; refuses whoever may not read them. */
    @Requires(Permission.EXPORT_CUSTOMER)
    public void begin(Map<String, String> customFields) {
        Caller caller = CallerContext.current();
        if (!caller.may(Permission.READ_CUSTOMER.wireName())) {
            // Here, so that the log tells of no file that nobody got.
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "PERMISSION_MISSING",
                    "This needs the permission " + Permission.READ_CUSTOMER.wireName()
                            + ". Ask an administrator for it.");
        }
        // The value is what somebody typed, and may be personal.
        log.write(
                "customer.contacts-exported",
                customFields.isEmpty()
                        ? "all contacts"
                        : "contacts by custom fields "
                                + customFields.keySet().stream().sorted().toList());
    }

    /**
     * Writes the list. Call {@link #begin} before; needs {@code read:customer} besides.
     *
     * @param customFields keys and values as text; each must hold
     * @param out gets the bytes as they come; not closed
     */
    @Requires(Permission.READ_CUSTOMER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(Map<String, String> customFields, OutputStream out) {
        csv.write(CustomFieldOwner.CONTACT, LAYOUT, page -> list(customFields, page), out);
    }
}
