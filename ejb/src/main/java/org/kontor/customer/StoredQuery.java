package org.kontor.customer;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.customer.CustomerQuery.Marked;

/** A list of customers as text, to be asked again later; always in the order of ids. */
final class StoredQuery {

    private static final JsonProvider JSON = JsonProvider.provider();

    private StoredQuery() {}

    static String write(CustomerQuery query) {
        JsonObjectBuilder values = JSON.createObjectBuilder();
        query.marked().customFields().forEach(values::add);
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("text", query.text())
                .add("statuses", array(query.statuses()))
                .add("tags", array(query.marked().tags()))
                .add("flags", array(query.marked().flags()))
                .add("health", array(query.marked().health()))
                .add("customFields", values)
                .add("ids", array(query.ids()));
        query.customerClass().ifPresent(c -> json.add("class", c.name()));
        query.accountType().ifPresent(t -> json.add("accountType", t.name()));
        query.archived().ifPresent(a -> json.add("archived", a));
        query.importId().ifPresent(i -> json.add("importId", i));
        query.marked().owner().ifPresent(o -> json.add("owner", o));
        query.marked().quietDays().ifPresent(days -> json.add("quietDays", days));
        CustomerQuery.Facts facts = query.facts();
        facts.entityId().ifPresent(id -> json.add("entityId", id));
        facts.parentId().ifPresent(id -> json.add("parentId", id));
        json.add("sentiments", array(facts.sentiments()))
                .add("country", facts.country())
                .add("place", facts.place())
                .add("currency", facts.currency());
        facts.createdFrom().ifPresent(day -> json.add("createdFrom", day.toString()));
        facts.createdTo().ifPresent(day -> json.add("createdTo", day.toString()));
        CustomerQuery.Standing standing = query.standing();
        json.add("portal", array(standing.portal()))
                .add("cadences", array(standing.cadences()))
                .add("without", array(standing.without()));
        write(json, "balance", standing.balance());
        write(json, "pastDue", standing.pastDue());
        return json.build().toString();
    }

    private static void write(JsonObjectBuilder json, String name, CustomerQuery.Range range) {
        range.from().ifPresent(amount -> json.add(name + "From", amount.toPlainString()));
        range.to().ifPresent(amount -> json.add(name + "To", amount.toPlainString()));
    }

    static CustomerQuery read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, String> values = new LinkedHashMap<>();
            json.getJsonObject("customFields")
                    .forEach((key, value) -> values.put(key, ((JsonString) value).getString()));
            return new CustomerQuery(
                    json.getString("text"),
                    texts(json.getJsonArray("statuses")).stream()
                            .map(CustomerStatus::valueOf)
                            .collect(Collectors.toSet()),
                    optional(json, "class").map(CustomerClass::valueOf),
                    optional(json, "accountType").map(AccountType::valueOf),
                    json.containsKey("archived") ? Optional.of(json.getBoolean("archived")) : Optional.empty(),
                    CustomerQuery.Sort.ID,
                    false,
                    new Marked(
                            texts(json.getJsonArray("tags")),
                            texts(json.getJsonArray("flags")),
                            texts(json.getJsonArray("health")).stream()
                                    .map(CustomerHealth::valueOf)
                                    .collect(Collectors.toSet()),
                            optional(json, "owner"),
                            values,
                            json.containsKey("quietDays") ? Optional.of(json.getInt("quietDays")) : Optional.empty()),
                    json.containsKey("importId")
                            ? Optional.of(json.getJsonNumber("importId").longValue())
                            : Optional.empty(),
                    // Lists that were stored before customers could be chosen have none.
                    json.containsKey("ids")
                            ? texts(json.getJsonArray("ids")).stream()
                                    .map(Long::valueOf)
                                    .collect(Collectors.toSet())
                            : Set.of(),
                    facts(json),
                    standing(json));
        }
    }

    /** Lists that were stored before the record could be asked for have none. */
    private static CustomerQuery.Facts facts(JsonObject json) {
        return new CustomerQuery.Facts(
                number(json, "entityId"),
                number(json, "parentId"),
                some(json, "sentiments").stream().map(Sentiment.Label::valueOf).collect(Collectors.toSet()),
                json.getString("country", ""),
                json.getString("place", ""),
                optional(json, "createdFrom").map(LocalDate::parse),
                optional(json, "createdTo").map(LocalDate::parse),
                json.getString("currency", ""));
    }

    /** Lists that were stored before it could be asked how customers stand have none. */
    private static CustomerQuery.Standing standing(JsonObject json) {
        return new CustomerQuery.Standing(
                range(json, "balance"),
                range(json, "pastDue"),
                some(json, "portal").stream().map(CustomerQuery.Portal::valueOf).collect(Collectors.toSet()),
                some(json, "cadences"),
                some(json, "without").stream().map(CustomerQuery.Lack::valueOf).collect(Collectors.toSet()));
    }

    private static CustomerQuery.Range range(JsonObject json, String name) {
        return new CustomerQuery.Range(
                optional(json, name + "From").map(BigDecimal::new),
                optional(json, name + "To").map(BigDecimal::new));
    }

    private static Set<String> some(JsonObject json, String name) {
        return json.containsKey(name) ? texts(json.getJsonArray(name)) : Set.of();
    }

    private static Optional<Long> number(JsonObject json, String name) {
        return json.containsKey(name) ? Optional.of(json.getJsonNumber(name).longValue()) : Optional.empty();
    }

    private static JsonArrayBuilder array(Collection<?> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    private static Set<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }

    private static Optional<String> optional(JsonObject json, String name) {
        return json.containsKey(name) ? Optional.of(json.getString(name)) : Optional.empty();
    }
}
