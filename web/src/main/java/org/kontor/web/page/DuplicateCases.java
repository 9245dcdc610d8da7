package org.kontor.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.lifecycle.DuplicateGroup;
import org.kontor.lifecycle.DuplicateGroup.Member;
import org.kontor.lifecycle.DuplicateGroup.Pair;
import org.kontor.lifecycle.DuplicateView;
import org.kontor.lifecycle.MatchReason;
import org.kontor.lifecycle.MatchScore;

/** Lays customers who look alike side by side, and says in words why they do. */
@ApplicationScoped
public class DuplicateCases {

    private static final int SIDE_BY_SIDE = 4;
    private static final double SAME = 0.995;
    private static final double ALIKE = 0.7;

    @Inject
    Texts texts;

    /**
     * A group.
     *
     * @param band how sure it is
     * @param shown those side by side, the first created first
     * @param more how many there are besides
     * @param reasons of the surest pair
     * @param rows what is known of each, a field a row
     */
    public record Case(MatchScore.Band band, List<Member> shown, int more, List<Reason> reasons, List<Row> rows)
            implements Serializable {

        /** Who was created first: the one that stays when nobody says otherwise (S3-56). */
        public Member first() {
            return shown.get(0);
        }

        /** Ids of all but one, separated by commas. */
        public String but(long id) {
            return shown.stream()
                    .filter(member -> member.id() != id)
                    .map(member -> Long.toString(member.id()))
                    .collect(Collectors.joining(","));
        }
    }

    /**
     * What a field says.
     *
     * @param text in words
     * @param speaksFor whether it speaks for one and the same
     */
    public record Reason(String text, boolean speaksFor) implements Serializable {}

    /**
     * One field.
     *
     * @param label what it is called
     * @param cells of each customer
     */
    public record Row(String label, List<Cell> cells) implements Serializable {}

    /**
     * The value of one customer.
     *
     * @param value may be empty
     * @param same whether it is that of the first
     */
    public record Cell(String value, boolean same) implements Serializable {}

    Case of(DuplicateGroup group) {
        List<Member> members = group.customers();
        List<Member> shown = members.subList(0, Math.min(SIDE_BY_SIDE, members.size()));
        List<Row> rows = new ArrayList<>();
        row(rows, shown, "displayName", Member::displayName);
        row(rows, shown, "firstName", Member::firstName);
        row(rows, shown, "lastName", Member::lastName);
        row(rows, shown, "companyName", Member::companyName);
        row(rows, shown, "birthdate", member -> born(member.birthdate()));
        row(rows, shown, "emails", member -> String.join(", ", member.emails()));
        row(rows, shown, "phones", member -> String.join(", ", member.phones()));
        row(rows, shown, "address", Member::address);
        return new Case(
                group.band(),
                List.copyOf(shown),
                members.size() - shown.size(),
                reasons(group.pairs().stream()
                        .filter(pair -> shows(shown, pair.lowId()) && shows(shown, pair.highId()))
                        .findFirst()
                        .map(Pair::reasons)
                        .orElse(group.reasons())),
                List.copyOf(rows));
    }

    /** Why somebody who is there looks like another, in one line. */
    public String why(DuplicateView view) {
        return reasons(view.reasons()).stream()
                .filter(Reason::speaksFor)
                .map(Reason::text)
                .collect(Collectors.joining(", "));
    }

    private List<Reason> reasons(List<MatchReason> reasons) {
        return reasons.stream().map(this::reason).toList();
    }

    private Reason reason(MatchReason reason) {
        if (reason.field().equals("household")) {
            return new Reason(texts.of("duplicates.household"), false);
        }
        String name = reason.field().substring(reason.field().indexOf('.') + 1);
        String label = texts.find("duplicates.field." + name).orElseGet(() -> texts.of("field." + name));
        String how = reason.similarity() >= SAME ? "same" : reason.similarity() >= ALIKE ? "alike" : "differs";
        return new Reason(texts.of("duplicates." + how, label), reason.weight() > 0);
    }

    private static boolean shows(List<Member> shown, long id) {
        return shown.stream().anyMatch(member -> member.id() == id);
    }

    private String born(Optional<String> birthdate) {
        return birthdate.map(LocalDate::parse).map(texts::date).orElse("");
    }

    private void row(List<Row> rows, List<Member> shown, String field, Function<Member, String> value) {
        List<String> values = shown.stream().map(value).toList();
        if (values.stream().allMatch(String::isEmpty)) {
            return;
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String text = values.get(i);
            cells.add(new Cell(
                    text,
                    i > 0
                            && !text.isEmpty()
                            && text.strip().equalsIgnoreCase(values.get(0).strip())));
        }
        rows.add(new Row(texts.of("field." + field), cells));
    }
}
