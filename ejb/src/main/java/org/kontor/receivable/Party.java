package org.kontor.receivable;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import org.kontor.customer.Address;
import org.kontor.shared.JsonWriter;

/**
 * Somebody named on an issued document, as they were then.
 *
 * @param name name
 * @param address postal address; for the seller the country alone is known
 * @param accountNumber account number of the customer; empty for the seller
 */
public record Party(String name, Address address, String accountNumber) {

    String json() {
        return JsonWriter.object(this).toString();
    }

    static Optional<Party> ofJson(String json) {
        if (json.isEmpty()) {
            return Optional.empty();
        }
        JsonObject object = JsonWriter.JSON.createReader(new StringReader(json)).readObject();
        JsonObject address = object.getJsonObject("address");
        return Optional.of(new Party(
                object.getString("name"),
                new Address(
                        address.getString("line1"),
                        address.getString("line2"),
                        address.getString("city"),
                        address.getString("state"),
                        address.getString("postalCode"),
                        address.getString("country")),
                object.getString("accountNumber")));
    }
}
