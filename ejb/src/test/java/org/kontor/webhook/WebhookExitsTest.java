package org.kontor.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RoleDraft;
import org.kontor.access.Roles;
import org.kontor.access.SignIn;
import org.kontor.access.UserDraft;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.customer.AccountType;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.customer.Owners;
import org.kontor.customer.PsaDraft;
import org.kontor.customer.PsaView;
import org.kontor.kiosk.KioskEntries;
import org.kontor.kiosk.KioskEntry;
import org.kontor.lifecycle.Erasures;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.Merges;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalConditions;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Whatever the way in, a customer is told of once; whatever the way out, a medical answer and somebody else's customer are not in it. */
@OnPostgres
class WebhookExitsTest {

    private static final Caller KIOSK = new Caller(7, "door", Set.of("create:kiosk-entry"));
    private static final String SECRET = "penicillin-marker";
    private static final String CREATED =
            "select count(*) || ' of ' || count(distinct customer_id) from webhook_delivery where event = 'customer.created'";

    private final TestKontor kontor = new TestKontor().with(WebhookTarget.class, WebhookRulesTest.target(true));

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S3-68: page and REST, import, PSA and kiosk; S3-72: a merge and its undo make nobody. */
    @Test
    void eachWayInTellsOnceAndAMergeTellsOfNobodyNew() {
        subscribe(user("anna", false));
        Customers customers = kontor.get(Customers.class);
        long one = kontor.asSystem(
                () -> customers.register(Drafts.business("By hand").draft()).id());
        assertEquals("1 of 1", kontor.sql(CREATED));
        kontor.asSystem(() -> kontor.get(CustomerBulk.class)
                .create(
                        List.of(CustomerRules.check(
                                Drafts.business("By import").draft(), java.time.LocalDate.of(2026, 11, 21))),
                        7));
        assertEquals("2 of 2", kontor.sql(CREATED));
        long psa = kontor.asSystem(() -> kontor.get(PsaView.class)
                .create(new PsaDraft(
                        AccountType.STANDARD,
                        CustomerClass.BUSINESS,
                        Optional.empty(),
                        "By PSA",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        new Address("1 Pier", "", "Boston", "MA", "02110", "US")))
                .id());
        assertEquals("3 of 3", kontor.sql(CREATED));
        kontor.as(KIOSK, () -> {
            kontor.get(KioskEntries.class)
                    .submit(new KioskEntry("By", "Kiosk", "by@mail.example", "", Optional.empty()), "");
            return 0;
        });
        assertEquals("4 of 4", kontor.sql(CREATED));

        Merges merges = kontor.get(Merges.class);
        long merge = kontor.asSystem(() -> merges.merge(new MergeDraft(one, List.of(psa))))
                .id();
        kontor.asSystem(() -> merges.undo(merge, false));
        assertEquals("4 of 4", kontor.sql(CREATED));
    }

    /** S3-40, S3-70: an answer is in no webhook, in no preview of a merge or an erasure, and not in what PSA sees. */
    @Test
    void aMedicalAnswerLeavesByNoExit() {
        Caller anna = user("anna", false);
        subscribe(anna);
        Customers customers = kontor.get(Customers.class);
        long id = kontor.asSystem(() -> customers
                .register(Drafts.business("Exit Works").country("US").draft())
                .id());
        long other = kontor.asSystem(
                () -> customers.register(Drafts.business("Exit Work").draft()).id());
        kontor.asSystem(() -> {
            kontor.get(MedicalConditions.class)
                    .answer(id, new MedicalConditionDraft("Other allergies", Optional.empty(), SECRET));
            return 0;
        });
        List<DeliveryRepository.Due> due = kontor.asSystem(this::due);
        Map<Long, String> bodies =
                kontor.as(anna, () -> kontor.get(Payloads.class).of(due));
        assertEquals(2, bodies.size());
        String out = bodies.values()
                + kontor.asSystem(() -> kontor.get(Merges.class).preview(new MergeDraft(other, List.of(id))))
                        .toString()
                + kontor.asSystem(() -> kontor.get(Erasures.class).preview(id))
                + kontor.asSystem(() -> kontor.get(PsaView.class).list(PageRequest.first()))
                + kontor.asSystem(() -> kontor.get(KioskEntries.class).waiting(PageRequest.first()))
                + kontor.sql("select coalesce(string_agg(t::text, ' '), '') from timeline_entry t")
                + kontor.sql("select coalesce(string_agg(d::text, ' '), '') from webhook_delivery d");
        assertTrue(out.contains("Exit Works"), out);
        assertFalse(out.contains(SECRET), out);
        assertFalse(out.contains("allergies"), out);
    }

    /** S4-66: who sees own customers alone is told of those alone. */
    @Test
    void aLimitedSubscriberIsToldOfOwnCustomersAlone() {
        Caller lim = user("lim", true);
        subscribe(lim);
        Customers customers = kontor.get(Customers.class);
        kontor.asSystem(
                () -> customers.register(Drafts.business("Hidden Harbour").draft()));
        kontor.asSystem(() -> customers.register(Drafts.business("Seen Harbour")
                .draft()
                .withOwners(Owners.NONE.with(Owners.Part.MANAGER, Optional.of("lim")))));
        List<DeliveryRepository.Due> due = kontor.asSystem(this::due);
        assertEquals(2, due.size());
        Map<Long, String> bodies =
                kontor.as(lim, () -> kontor.get(Payloads.class).of(due));
        assertEquals(1, bodies.size());
        assertTrue(bodies.values().iterator().next().contains("Seen Harbour"), bodies.toString());
    }

    /** What would be sent now. */
    private List<DeliveryRepository.Due> due() {
        return kontor.get(DeliveryRepository.class)
                .due(
                        Long.parseLong(kontor.sql("select max(id) from webhook")),
                        kontor.clock().instant(),
                        10);
    }

    private void subscribe(Caller caller) {
        kontor.as(
                caller,
                () -> kontor.get(Webhooks.class)
                        .create(new WebhookDraft(
                                "http://localhost:9/", "", List.of("customer.created"), Optional.empty())));
    }

    private Caller user(String login, boolean own) {
        List<String> permissions = List.of("read:customer", "write:customer", "subscribe:webhook");
        kontor.asSystem(() -> kontor.get(Roles.class).create(new RoleDraft(login, "", permissions, Optional.of(own))));
        UserView made = kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft(login, "", "", Optional.empty(), List.of(login), Optional.empty())));
        return kontor.asSystem(() -> kontor.get(SignIn.class).callerOf(made.id()));
    }
}
