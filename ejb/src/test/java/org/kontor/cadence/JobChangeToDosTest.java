package org.kontor.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.Contacts;
import org.kontor.contact.JobChanges;
import org.kontor.customer.Address;
import org.kontor.testing.OnPostgres;

/** S2-32: who looks after a customer hears that the job of a contact changed. */
@OnPostgres
class JobChangeToDosTest {

    private static final String TO_DOS =
            "select string_agg(concat_ws('|', kind, subject, text, state, coalesce(assignee_id::text, 'owner')), ',' order by id)"
                    + " from to_do";

    private final CadenceDesk desk = new CadenceDesk();
    private final long acme = desk.customer("Acme");
    private final long anna = contact();

    @AfterEach
    void close() {
        desk.kontor.close();
    }

    @Test
    void staffHearOfEachChangeOnceWhenTheCompanyWantsIt_S2_32() {
        report("CFO", "CEO");
        assertEquals("0", desk.kontor.sql("select count(*) from to_do"), "the company does not want it");

        desk.kontor.sql("update company_setting set choices = '{\"linkedInUpdates\":\"true\"}'");
        user(77, "rita");
        user(78, "ben");
        desk.kontor.sql("update customer set billing_owner_id = 77, account_manager_id = 78 where id = " + acme);
        report("CFO", "CEO");
        report("CFO", "CEO");
        assertEquals("REMINDER|LinkedIn: Anna Berg|CFO → CEO|SCHEDULED|owner", desk.kontor.sql(TO_DOS));
        assertEquals("rita", desk.first(acme).responsible());
        assertEquals(ToDoWhen.TODAY, desk.first(acme).when());
        assertEquals("to-do.added", desk.history("to-do.%"));

        desk.kontor.sql("update app_user set active = false where id = 77");
        report("CEO", "");
        assertEquals(
                "LinkedIn: Anna Berg|CEO → –|78",
                desk.kontor.sql(
                        "select concat_ws('|', subject, text, assignee_id) from to_do order by id desc limit 1"));
    }

    @Test
    void aChangeThatIsRolledBackIsTaskForNobody() {
        desk.kontor.sql("update company_setting set choices = '{\"linkedInUpdates\":\"true\"}'");
        assertThrows(
                IllegalStateException.class,
                () -> desk.does(() -> {
                    desk.kontor.get(JobChanges.class).report(anna, "watch", "CFO", "CEO");
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals("0", desk.kontor.sql("select count(*) from to_do"));
    }

    private void report(String before, String after) {
        desk.does(() -> desk.kontor.get(JobChanges.class).report(anna, "watch", before, after));
    }

    private void user(long id, String login) {
        desk.kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name, email,"
                        + " password_hash, must_change_password, active, credential_stamp) values (" + id
                        + ", 1, now(), 'x', now(), 'x', '" + login + "', '" + login + "', '', '', false, true, 1)");
    }

    private long contact() {
        return desk.does(() -> desk.kontor
                .get(Contacts.class)
                .add(
                        acme,
                        new ContactDraft(
                                "Anna",
                                "Berg",
                                "",
                                "",
                                "",
                                "",
                                false,
                                Optional.empty(),
                                "https://www.linkedin.com/in/anna-berg",
                                "",
                                Address.NONE,
                                Optional.empty(),
                                true,
                                Map.of()))
                .id());
    }
}
