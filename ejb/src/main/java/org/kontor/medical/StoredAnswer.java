package org.kontor.medical;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One answer as it stands in the encrypted value: JSON, by the id of the question.
 *
 * @param question id of the question
 * @param answer yes or no; empty for a text
 * @param text the text
 * @param at when it was stored
 * @param by who stored it
 */
record StoredAnswer(long question, Optional<MedicalAnswer> answer, String text, Instant at, String by) {

    private static final JsonProvider JSON = JsonProvider.provider();

    boolean onFile() {
        return answer.map(MedicalAnswer.YES::equals).orElse(!text.isEmpty());
    }

    /** This answer and a later one to the same question as one, without losing what either has on file. */
    StoredAnswer united(StoredAnswer later) {
        if (!later.onFile() || !onFile()) {
            return onFile() ? this : later;
        }
        boolean known = text.isEmpty() || later.text.isEmpty() || text.contains(later.text);
        String both = known ? (text.isEmpty() ? later.text : text) : text + "\n" + later.text;
        return new StoredAnswer(question, later.answer, both, later.at, later.by);
    }

    static String write(Map<Long, StoredAnswer> answers) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        answers.values()
                .forEach(each -> array.add(JSON.createObjectBuilder()
                        .add("question", each.question)
                        .add("answer", each.answer.map(Enum::name).orElse(""))
                        .add("text", each.text)
                        .add("at", each.at.toString())
                        .add("by", each.by)));
        return array.build().toString();
    }

    static Map<Long, StoredAnswer> read(String json) {
        Map<Long, StoredAnswer> answers = new LinkedHashMap<>();
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            for (JsonValue value : reader.readArray()) {
                JsonObject each = value.asJsonObject();
                String answer = each.getString("answer");
                long question = each.getJsonNumber("question").longValueExact();
                answers.put(
                        question,
                        new StoredAnswer(
                                question,
                                answer.isEmpty() ? Optional.empty() : Optional.of(MedicalAnswer.valueOf(answer)),
                                each.getString("text"),
                                Instant.parse(each.getString("at")),
                                each.getString("by")));
            }
        }
        return answers;
    }

    @Override
    public String toString() {
        return "StoredAnswer[…]";
    }
}
