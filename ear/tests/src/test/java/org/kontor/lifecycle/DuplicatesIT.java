package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;

/** Duplicates as a client sees them. */
@ExtendWith(OnKontor.class)
class DuplicatesIT {

    /** S3-47, S3-48, S3-51, S3-54. */
    @Test
    void aSearchFindsWhoMayBeTheSameAndADismissalIsRemembered(Api api) {
        String name = "Rook" + Long.toString(System.nanoTime(), 36);
        String first = person(api, "Wanda", name);
        Reply created = api.post("/api/v1/customers", body("Wnada", name)).expect(201);
        assertEquals(Optional.of(first), created.header("Possible-Duplicates"), "it is told, and keeps nobody out");
        String second = created.text("/id");

        Reply one = api.get("/api/v1/customers/" + second + "/duplicates").expect(200);
        assertEquals(first, one.text("/items/0/customerId"));
        assertEquals("CERTAIN", one.text("/items/0/band"));
        Reply entered =
                api.post("/api/v1/customers/duplicate-checks", body("W", name)).expect(200);
        assertEquals(2, entered.at("/items").size());

        Reply started = api.post("/api/v1/duplicate-searches", "{}").expect(202);
        String search = "/api/v1/duplicate-searches/" + started.text("/id");
        api.await(search, reply -> reply.text("/state").equals("SUCCEEDED"));
        assertTrue(groups(api, search).contains(name));
        assertEquals("band", api.get(search + "/groups?band=SURE").expect(422).text("/errors/0/field"));

        String dismissal = "{\"customerIds\":[" + second + "," + first + "],\"decision\":\"NOT_DUPLICATE\"}";
        api.post(search + "/dismissals", dismissal).expect(204);
        assertTrue(!groups(api, search).contains(name));
        assertEquals(
                0,
                api.get("/api/v1/customers/" + first + "/duplicates")
                        .expect(200)
                        .at("/items")
                        .size());
        assertEquals(
                "customerIds",
                api.post(search + "/dismissals", "{\"customerIds\":[],\"decision\":\"NOT_DUPLICATE\"}")
                        .expect(422)
                        .text("/errors/0/field"));
        assertEquals("SEARCH_OVER", api.post(search + "/cancel", "").expect(409).text("/code"));
    }

    /** All pages of the queue. */
    private static String groups(Api api, String search) {
        StringBuilder all = new StringBuilder();
        Reply page = api.get(search + "/groups?band=CERTAIN").expect(200);
        all.append(page.body());
        while (!page.text("/nextCursor").isEmpty()) {
            page = api.get(search + "/groups?band=CERTAIN&cursor=" + page.text("/nextCursor"))
                    .expect(200);
            all.append(page.body());
        }
        return all.toString();
    }

    private static String person(Api api, String first, String last) {
        return api.post("/api/v1/customers", body(first, last)).expect(201).text("/id");
    }

    private static String body(String first, String last) {
        return "{\"accountType\":\"STANDARD\",\"class\":\"RESIDENTIAL\",\"firstName\":\"" + first + "\",\"lastName\":\""
                + last + "\",\"birthdate\":\"1971-06-24\"}";
    }
}
