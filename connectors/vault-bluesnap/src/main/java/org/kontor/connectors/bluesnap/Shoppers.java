package org.kontor.connectors.bluesnap;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.spi.PaymentVault.Billing;
import org.kontor.spi.PaymentVault.MethodType;
import org.kontor.spi.PaymentVault.Shopper;
import org.kontor.spi.PaymentVault.StoreRequest;
import org.kontor.spi.PaymentVault.StoredMethod;

/** A vaulted shopper, there and back. */
final class Shoppers {

    /** In an update, takes a method from the shopper; in a reply, one that was taken. */
    private static final String DELETED = "D";

    private Shoppers() {}

    /** The body that makes or changes a shopper from what the payer entered into the hosted fields. */
    static String body(StoreRequest request) {
        JsonObjectBuilder body = jakarta.json.Json.createObjectBuilder()
                .add("firstName", request.firstName())
                .add("lastName", request.lastName())
                .add("merchantShopperId", request.customerRef())
                .add("pfToken", request.token().reveal());
        Billing billing = request.billing();
        add(body, "email", request.email());
        add(body, "companyName", billing.company());
        add(body, "phone", billing.phone());
        add(body, "address", billing.street());
        add(body, "city", billing.city());
        add(body, "state", billing.region());
        add(body, "zip", billing.postalCode());
        add(body, "country", billing.country());
        return body.build().toString();
    }

    /**
     * The body that takes a method from a shopper; the name goes along because BlueSnap wants it in every change.
     *
     * @param before the shopper as BlueSnap told it
     */
    static String bodyWithout(JsonObject before, MethodId method) {
        return jakarta.json.Json.createObjectBuilder()
                .add("firstName", Json.text(before, "firstName"))
                .add("lastName", Json.text(before, "lastName"))
                .add(
                        "paymentSources",
                        jakarta.json.Json.createObjectBuilder()
                                .add(
                                        method.kind().list,
                                        jakarta.json.Json.createArrayBuilder()
                                                .add(jakarta.json.Json.createObjectBuilder()
                                                        .add(method.kind().inner, method.json())
                                                        .add("status", DELETED))))
                .build()
                .toString();
    }

    /**
     * A shopper as BlueSnap tells it.
     *
     * @throws IllegalArgumentException when it has not the agreed form
     */
    static Shopper read(JsonObject json) {
        return new Shopper(
                Json.needed(json, "vaultedShopperId"),
                Json.text(json, "merchantShopperId"),
                entries(json).stream()
                        .map(entry -> method(Json.needed(json, "vaultedShopperId"), entry))
                        .toList());
    }

    /**
     * The method that a change has stored: the one that was not there before; where there is none, the one that was changed.
     *
     * @throws IllegalArgumentException when it cannot be told
     */
    static StoredMethod stored(Optional<JsonObject> before, JsonObject after) {
        List<Entry> earlier = before.map(Shoppers::entries).orElse(List.of());
        List<Entry> now = entries(after);
        List<Entry> made = now.stream()
                .filter(entry -> earlier.stream()
                        .noneMatch(other -> other.id().text().equals(entry.id().text())))
                .toList();
        List<Entry> changed =
                now.stream().filter(entry -> !earlier.contains(entry)).toList();
        for (List<Entry> candidates : List.of(made, changed, now)) {
            if (candidates.size() == 1) {
                return method(Json.needed(after, "vaultedShopperId"), candidates.get(0));
            }
        }
        throw new IllegalArgumentException("The reply does not tell which method was stored");
    }

    /** Whether a shopper has a method. */
    static boolean has(JsonObject shopper, MethodId method) {
        return entries(shopper).stream().anyMatch(entry -> entry.id().text().equals(method.text()));
    }

    private static List<Entry> entries(JsonObject shopper) {
        JsonObject sources = Json.inner(shopper, "paymentSources");
        List<Entry> entries = new ArrayList<>();
        for (MethodId.Kind kind : MethodId.Kind.values()) {
            if (kind == MethodId.Kind.ECP_ALONE
                    && !Json.list(sources, MethodId.Kind.ECP.list).isEmpty()) {
                continue;
            }
            for (JsonObject entry : Json.list(sources, kind.list)) {
                if (!Json.text(entry, "status").equals(DELETED)) {
                    entries.add(new Entry(MethodId.of(kind, entry), entry));
                }
            }
        }
        return entries;
    }

    private static StoredMethod method(String shopperId, Entry entry) {
        JsonObject inner = Json.inner(entry.json(), entry.id().kind().inner);
        boolean card = entry.id().isCard();
        return new StoredMethod(
                shopperId,
                entry.id().text(),
                card ? MethodType.CARD : MethodType.BANK_DEBIT,
                card ? Json.text(inner, "cardType") : "",
                lastDigits(entry.id()),
                card ? expires(inner) : Optional.empty());
    }

    private static String lastDigits(MethodId id) {
        String shown = id.parts().get(1);
        String last = shown.substring(Math.max(0, shown.length() - 4));
        return last.matches("[0-9]*") ? last : "";
    }

    private static Optional<YearMonth> expires(JsonObject card) {
        String year = Json.text(card, "expirationYear");
        String month = Json.text(card, "expirationMonth");
        return year.isBlank() || month.isBlank()
                ? Optional.empty()
                : Optional.of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)));
    }

    private static void add(JsonObjectBuilder body, String name, String value) {
        if (!value.isBlank()) {
            body.add(name, value);
        }
    }

    private record Entry(MethodId id, JsonObject json) {}
}
