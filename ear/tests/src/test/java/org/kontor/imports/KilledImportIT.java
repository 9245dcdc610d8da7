package org.kontor.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

class KilledImportIT {

    private static final int ROWS = 30_000;

    @Test
    void afterKillMinus9TheImportGoesOnAndEveryRowIsInExactlyOnce() {
        StringBuilder file = new StringBuilder("FirstName,LastName,Email,PhoneNumber,Birthdate\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("Person").append(i).append(",Killed,p").append(i).append("@example.org,,\n");
        }
        try (KontorServer kontor = KontorServer.start(Map.of())) {
            Reply accepted = ImportsIT.upload(kontor.api(), file.toString(), Map.of("onDuplicate", "CREATE"))
                    .expect(202);
            String path = "/api/v1/imports/" + accepted.text("/id");
            Reply moving =
                    kontor.api().await(path, r -> !r.text("/checkpointRow").equals("0"));
            kontor.kill();
            kontor.restart();

            Reply done = kontor.api()
                    .await(
                            path,
                            r -> r.text("/state").equals("SUCCEEDED")
                                    || r.text("/state").equals("FAILED"));
            assertEquals("SUCCEEDED", done.text("/state"), moving + " then " + done);
            assertEquals(Integer.toString(ROWS), done.text("/created"));
            Reply last = kontor.api().get("/api/v1/customers?sort=-id&limit=1").expect(200);
            Reply timeline = kontor.api()
                    .get("/api/v1/customers/" + last.text("/items/0/id") + "/timeline")
                    .expect(200);
            assertEquals("customer.created", timeline.text("/items/0/kind"));
        }
    }
}
