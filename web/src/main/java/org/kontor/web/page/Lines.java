package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.contact.ContactStatus;
import org.kontor.customer.AccountType;
import org.kontor.customer.Address;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.ExternalId;
import org.kontor.customer.Phone;
import org.kontor.receivable.InvoiceLineDraft;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFieldView;
import org.kontor.subscription.SubscriptionInterval;
import org.kontor.subscription.SubscriptionLineDraft;
import org.kontor.ticket.TicketStatus;

/** Values of any kind, written in one line. */
@Named("lines")
@ApplicationScoped
public class Lines {

    @Inject
    Texts texts;

    /** A value as a reader knows it; "blank" for none. */
    public String of(@Nullable Object value) {
        String text = line(value);
        return text.isBlank() ? texts.of("conflict.blank") : text;
    }

    /** The value of a custom field as a reader knows it. */
    public String custom(CustomFieldView field, Map<String, JsonValue> values) {
        JsonValue value = values.getOrDefault(field.key(), JsonValue.NULL);
        String text = CustomFieldValues.text(value);
        return switch (field.kind()) {
            case YES_NO -> texts.of(value == JsonValue.TRUE ? "form.yes" : "form.no");
            case DATE -> texts.date(LocalDate.parse(text));
            default -> text;
        };
    }

    /**
     * A custom field that has a value.
     *
     * @param label what people read
     * @param value its value as a reader knows it
     */
    public record Filled(String label, String value) {}

    /** The custom fields of these that have a value. */
    List<Filled> filled(List<CustomFieldView> fields, Map<String, JsonValue> values) {
        return fields.stream()
                .filter(field -> values.containsKey(field.key()))
                .map(field -> new Filled(field.label(), custom(field, values)))
                .toList();
    }

    /** A postal address, its blank parts left out. */
    public String address(Address address) {
        String place = Stream.of(address.state(), address.postalCode())
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(" "));
        return Stream.of(address.line1(), address.line2(), address.city(), place, address.country())
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(", "));
    }

    private String line(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(this::line).orElse("");
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(this::line).collect(Collectors.joining(", "));
        }
        if (value instanceof Address address) {
            return address(address);
        }
        if (value instanceof Phone phone) {
            return texts.of("phoneType." + phone.type()) + " " + phone.number();
        }
        if (value instanceof ExternalId id) {
            return id.system() + " " + id.kind() + " " + id.value();
        }
        if (value instanceof InvoiceLineDraft charged) {
            return texts.of(
                    "invoice.lineText",
                    charged.quantity().orElse(BigDecimal.ONE).toPlainString(),
                    charged.description().isEmpty() ? charged.itemCode() : charged.description(),
                    charged.unitPrice().map(BigDecimal::toPlainString).orElse(""));
        }
        if (value instanceof SubscriptionLineDraft charged) {
            return texts.of(
                    "invoice.lineText",
                    charged.quantity().orElse(BigDecimal.ONE).toPlainString(),
                    charged.description().isEmpty() ? charged.itemCode() : charged.description(),
                    charged.unitPrice().map(BigDecimal::toPlainString).orElse(""));
        }
        if (value instanceof LocalDate date) {
            return texts.date(date);
        }
        if (value instanceof Instant instant) {
            return texts.moment(instant);
        }
        return value instanceof Enum<?> constant ? word(constant) : value.toString();
    }

    private String word(Enum<?> constant) {
        if (constant instanceof CustomerStatus) {
            return texts.of("status." + constant);
        }
        if (constant instanceof CustomerClass) {
            return texts.of("class." + constant);
        }
        if (constant instanceof AccountType) {
            return texts.of("accountType." + constant);
        }
        if (constant instanceof BillMethod) {
            return texts.of("billMethod." + constant);
        }
        if (constant instanceof TicketStatus) {
            return texts.of("ticketStatus." + constant);
        }
        if (constant instanceof SubscriptionInterval) {
            return texts.of("subscriptionInterval." + constant);
        }
        return constant instanceof ContactStatus ? texts.of("contactStatus." + constant) : constant.name();
    }
}
