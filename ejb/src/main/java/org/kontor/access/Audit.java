package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.Cursor;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Reads the audit log. */
@Stateless
public class Audit {

    @Inject
    AuditRepository repository;

    /** Lines that fit the query, newest first. */
    @Requires(Permission.READ_AUDIT)
    public Page<AuditEntry> list(AuditQuery query, PageRequest page) {
        String list = "audit|" + query;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<AuditEntry> found = repository.entries(query, before, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<AuditEntry> items = found.subList(0, page.limit());
        String last = Long.toString(items.get(items.size() - 1).id());
        return new Page<>(items, Optional.of(Cursor.encode(list, last)));
    }
}
