package org.kontor.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.receivable.TransactionView;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingItem;
import org.kontor.report.AgingLine;
import org.kontor.report.AgingReport;

/** What a template for statements can name: the letterhead, the customer, and a section for each currency. */
final class StatementPage {

    private final Addressee to;
    private final Letterhead letterhead;
    private final AgingReport aging;
    private final Wording wording;
    private final Words words;

    StatementPage(Addressee to, Letterhead letterhead, AgingReport aging) {
        this.to = to;
        this.letterhead = letterhead;
        this.aging = aging;
        wording = new Wording(letterhead.locale());
        words = new Words(letterhead.language());
    }

    /** What is open. */
    Map<String, Object> open(List<AgingItem> items) {
        Map<String, Object> values = head(true);
        List<Map<String, Object>> sections = new ArrayList<>();
        for (AgingLine line : aging.items()) {
            Map<String, Object> section = section(line);
            section.put(
                    "lines",
                    items.stream()
                            .filter(item -> item.currency().equals(line.currency()))
                            .map(this::line)
                            .toList());
            sections.add(section);
        }
        values.put("sections", sections);
        return values;
    }

    /** What changed the balance from a day on. */
    Map<String, Object> forward(LocalDate from, Map<String, BigDecimal> opening, List<TransactionView> changes) {
        Map<String, Object> values = head(false);
        values.put("from", wording.date(from));
        Map<String, AgingLine> lines = new LinkedHashMap<>();
        aging.items().forEach(line -> lines.put(line.currency(), line));
        Set<String> currencies = new TreeSet<>(lines.keySet());
        currencies.addAll(opening.keySet());
        changes.forEach(change -> currencies.add(change.currency()));
        List<Map<String, Object>> sections = new ArrayList<>();
        for (String currency : currencies) {
            BigDecimal none = wording.zero(currency);
            AgingLine line = lines.getOrDefault(currency, nothing(currency, none));
            Map<String, Object> section = section(line);
            section.put("opening", wording.amount(opening.getOrDefault(currency, none)));
            section.put(
                    "lines",
                    changes.stream()
                            .filter(change -> change.currency().equals(currency))
                            .map(this::line)
                            .toList());
            sections.add(section);
        }
        values.put("sections", sections);
        return values;
    }

    private AgingLine nothing(String currency, BigDecimal none) {
        Map<String, BigDecimal> buckets = new LinkedHashMap<>();
        aging.columns().forEach(column -> buckets.put(column, none));
        return new AgingLine(
                java.util.Optional.of(to.id()), to.name(), to.accountNumber(), currency, buckets, Map.of());
    }

    private Map<String, Object> head(boolean openItems) {
        Map<String, Object> values = wording.letterhead(to.entityName(), letterhead);
        values.put("customer", wording.customer(to.name(), to.address(), to.accountNumber(), letterhead));
        values.put("openItems", openItems);
        values.put("balanceForward", !openItems);
        values.put("asOf", wording.date(aging.asOf()));
        values.put("from", "");
        return values;
    }

    private Map<String, Object> section(AgingLine line) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("currency", line.currency());
        section.put("opening", "");
        BigDecimal balance = line.buckets().getOrDefault(AgingBucket.TOTAL, BigDecimal.ZERO);
        section.put("balance", wording.amount(balance));
        section.put("owed", balance.signum() > 0);
        List<Map<String, Object>> columns = new ArrayList<>();
        line.buckets().forEach((key, amount) -> {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("name", words.bucket(key));
            column.put("amount", wording.amount(amount));
            columns.add(column);
        });
        section.put("aging", columns);
        return section;
    }

    private Map<String, Object> line(AgingItem item) {
        boolean held = item.open().signum() < 0;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("date", wording.date(item.issueDate()));
        values.put("kind", words.of(item.kind()));
        values.put("number", item.number());
        values.put("dueDate", held ? "" : wording.date(item.dueDate()));
        values.put("daysPastDue", held || item.age() <= 0 ? "" : Long.toString(item.age()));
        values.put("amount", wording.amount(held ? item.amount().negate() : item.amount()));
        values.put("open", wording.amount(item.open()));
        return values;
    }

    private Map<String, Object> line(TransactionView change) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("date", wording.date(change.date()));
        values.put("kind", words.of(change.kind().name()));
        values.put("number", change.number());
        values.put("amount", wording.amount(change.amount()));
        values.put("balance", wording.amount(change.balance()));
        return values;
    }
}
