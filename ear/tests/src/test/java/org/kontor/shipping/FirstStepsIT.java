package org.kontor.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** The shared server is up and a browser reaches it. */
@ExtendWith(OnKontor.class)
class FirstStepsIT {

    @Test
    void theLastLinesSayWhereKontorIs(KontorServer kontor) {
        assertTrue(kontor.printed().contains("Kontor is up:  " + kontor.base() + "/"), kontor.printed());
        assertTrue(kontor.printed().contains("Data is in:    " + kontor.data()), kontor.printed());
    }

    @Test
    void itIsLive(Api api) {
        assertEquals("UP", api.anonymous().get("/health/live").expect(200).text("/status"));
    }

    @Test
    @BrowserTest
    void aBrowserReachesIt(Page page) {
        @Nullable Response response = page.navigate("/health/live");
        assertTrue(response != null && response.ok());
    }
}
