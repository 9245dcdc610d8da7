package org.kontor.importing;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.Owners;
import org.kontor.spi.ImportFormat;

/**
 * What a row tells of a customer that only Kontor knows, so that no format of a connector can bring it.
 *
 * @param owners who looks after the customer
 * @param customFields values by key
 */
record OwnMarks(Owners owners, Map<String, Optional<JsonValue>> customFields) {

    static final OwnMarks NONE = new OwnMarks(Owners.NONE, Map.of());

    /** A mapper of rows that may have such marks. */
    interface Mapper extends ImportFormat.RowMapper {

        /** The marks of a row that was mapped. */
        OwnMarks marks(List<String> cells);
    }
}
