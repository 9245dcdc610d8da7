package org.kontor.importing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Says what the columns of an unknown file could mean, and keeps what was decided for the next one. */
@Stateless
public class Mappings {

    @Inject
    ImportRepository imports;

    @Inject
    MappingChoice choice;

    @Inject
    MappingRepository mappings;

    /**
     * What the columns of an uploaded file could mean; with a kept mapping when one has the same header.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public MappingProposal propose(long importId) {
        return choice.propose(
                imports.find(importId).orElseThrow(Imports::absent).view());
    }

    /** Mappings that are kept, in the order in which they were kept first. */
    @Requires(Permission.IMPORT_CUSTOMER)
    public Page<SavedMapping> list(PageRequest page) {
        String list = "import-mappings";
        long above = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(0L);
        List<SavedMapping> found = mappings.list(above, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<SavedMapping> items = found.subList(0, page.limit());
        return new Page<>(
                List.copyOf(items),
                Optional.of(Cursor.encode(
                        list, Long.toString(items.get(items.size() - 1).id()))));
    }

    /**
     * Forgets a mapping; imports that used it stay as they are.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public void delete(long id) {
        if (!mappings.delete(id)) {
            throw new AppException(
                    ErrorKind.ABSENT, "MAPPING_NOT_FOUND", "Look at the list again: there is no such mapping.");
        }
    }
}
