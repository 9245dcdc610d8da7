package org.kontor.lifecycle;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.Contacts;
import org.kontor.customer.Address;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.customer.PhoneType;
import org.kontor.medical.MedicalAnswer;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalIntake;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.Attachments;
import org.kontor.note.Notes;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.DocumentAttachments;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.receivable.PaymentView;
import org.kontor.shared.Sql;
import org.kontor.testing.TestKontor;

/** Customers with rows in every table that belongs to customers, the same at each run; and what the database holds, as hashes. */
final class Households {

    /** What is only added to, or counts changes: everything else must come back to the letter. */
    private static final List<String> LEFT_OUT = List.of(
            "timeline_entry",
            "contact_consent",
            "customer_merge",
            "merge_source",
            "merge_move",
            "merge_row",
            "merge_reference",
            "access_event",
            // Rows are added to it, and come to what the items do.
            "customer_open_sum",
            "job");

    private static final Pattern INSERT = Pattern.compile("(\\w+ \\([^)]*\\)) ((?:values|select) .*)");

    private final TestKontor kontor;
    private final LedgerDesk desk;
    private final Random random;

    Households(TestKontor kontor, long seed) {
        this.kontor = kontor;
        desk = new LedgerDesk(kontor);
        random = new Random(seed);
        kontor.sql("insert into duplicate_search (created_at, created_by, user_id, updated_at, state, step, total)"
                + " values (now(), 'x', 1, now(), 'SUCCEEDED', 'GROUP', 0)");
        kontor.sql(
                "insert into import_run (created_at, created_by, user_id, updated_at, file_name, file_size, sha256, charset,"
                        + " delimiter, header, format, candidates, header_problems, ignored_columns, state, dry_run, on_duplicate)"
                        + " values (now(), 'x', 1, now(), 'a.csv', 1, repeat('a', 64), 'UTF-8', ',', '{a}', 'x', '{}', '{}', '{}',"
                        + " 'SUCCEEDED', false, 'SKIP')");
        kontor.sql(
                "insert into letterhead (entity_id, version, created_at, created_by, locale, line1, line2, city, state,"
                        + " postal_code, country, vat_id, tax_number, email, phone, website, account_holder, iban, bic, accent, footer,"
                        + " logo_type, logo) select min(id), 1, now(), 'x', 'en', '', '', '', '', '', '', '', '', '', '', '', '', '', '',"
                        + " '#000000', '', '', ''::bytea from company_entity");
        kontor.sql(
                "insert into connection (id, version, created_at, created_by, updated_at, updated_by, connector, name, enabled)"
                        + " values (1, 1, now(), 'x', now(), 'x', 'x', 'Vault', true)");
        kontor.sql(
                "insert into cadence (id, created_at, created_by, updated_at, updated_by, name, description, active, by_default)"
                        + " values (1, now(), 'x', now(), 'x', 'Reminders', '', true, false)");
        kontor.sql(
                "insert into cadence_step (id, cadence_id, position, condition, days, amount, kind, subject, text, automatic,"
                        + " attach_invoice, copies) values (1, 1, 0, 'AFTER_DUE', 5, 0, 'EMAIL', 's', 't', false, false, '{}')");
        kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                        + " email, password_hash, must_change_password, active, credential_stamp) values (901, 1, now(), 'x', now(), 'x',"
                        + " 'listener', 'Listener', '', '', false, false, 0)");
        kontor.sql(
                "insert into webhook (id, version, created_at, created_by, updated_at, updated_by, user_id, url, description, events,"
                        + " active, secret, failures, openings) values (1, 1, now(), 'x', now(), 'x', 901, 'https://ear.example', '',"
                        + " '{customer.erased}', false, ''::bytea, 0, 0)");
        kontor.sql("insert into document_template (kind, language, version, created_at, created_by, standard, body)"
                + " values ('INVOICE', 'en', 1, now(), 'x', true, 'x')");
        kontor.sql(
                "insert into statement_run (created_at, created_by, updated_at, user_id, kind, as_of, currency, state, total)"
                        + " values (now(), 'x', now(), 1, 'OPEN_ITEM', '2026-11-01', 'EUR', 'SUCCEEDED', 1)");
    }

    private boolean chance() {
        return random.nextInt(3) > 0;
    }

    /** Somebody with a bit of everything. */
    long person(int number) {
        kontor.clock().advance(java.time.Duration.ofSeconds(1));
        Drafts draft = Drafts.person(chance() ? "Ada" : "", "Byron" + (chance() ? "" : number));
        if (chance()) {
            draft.emails("ada@example.org", "ada" + number % 3 + "@example.org");
        }
        if (chance()) {
            draft.phone(PhoneType.MOBILE, "+4930123456" + number % 3).phone(PhoneType.HOME, "+493099999" + number);
        }
        if (chance()) {
            draft.country("DE");
        }
        if (chance()) {
            draft.accountNumber("A" + number);
        }
        if (chance()) {
            draft.born(java.time.LocalDate.of(1980, 1, 1 + number % 20));
        }
        draft.externalId("crm", "id", "x" + number);
        if (number % 5 == 0) {
            draft.parent();
        }
        long id = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(draft.draft().withTags(chance() ? List.of("vip", "t" + number % 2) : List.of()))
                .id());
        belongings(id, number);
        if (number % 5 == 0) {
            kontor.asSystem(() -> kontor.get(Customers.class)
                    .register(Drafts.business("Branch " + number).childOf(id).draft()));
        }
        return id;
    }

    /** Somebody who was two before everything else: what a merge leaves, whatever is merged with it later. */
    long united() {
        long target = twin("Grace", MedicalAnswer.YES);
        long source = twin("Greta", MedicalAnswer.NO);
        kontor.asSystem(() -> kontor.get(Merges.class).merge(new MergeDraft(target, List.of(source))));
        return target;
    }

    private long twin(String name, MedicalAnswer answer) {
        Drafts draft = Drafts.person(name, "Hopper")
                .emails("hopper@example.org")
                .website("https://" + name + ".example")
                .externalId("crm", "id", name);
        long id = kontor.asSystem(
                () -> kontor.get(Customers.class).register(draft.draft()).id());
        belongings(id, 1);
        kontor.asSystem(() -> {
            kontor.get(MedicalIntake.class)
                    .add(id, List.of(new MedicalConditionDraft("Diabetes", Optional.of(answer), "")));
            return id;
        });
        // What refers to a contact that becomes one with another.
        kontor.sql(
                "insert into ticket (version, created_at, created_by, updated_at, updated_by, customer_id, subject, text, status,"
                        + " contact_id, phone, email, assignee, opened_at, source, source_id, sentiment, sentiment_model) select 1, now(), 'x',"
                        + " now(), 'x', customer_id, 's', '', 'OPEN', id, '', '', '', now(), '', '', 0.5, 1 from contact where customer_id = "
                        + id);
        return id;
    }

    private void belongings(long id, int number) {
        kontor.asSystem(() -> {
            kontor.get(Notes.class).add(id, "Note " + number, chance());
            kontor.get(Attachments.class)
                    .add(
                            id,
                            new AttachmentDraft("a.txt", "", false),
                            new ByteArrayInputStream(("file " + number).getBytes(StandardCharsets.UTF_8)));
            if (chance()) {
                kontor.get(MedicalIntake.class)
                        .add(
                                id,
                                List.of(new MedicalConditionDraft(
                                        "Diabetes", Optional.of(chance() ? MedicalAnswer.YES : MedicalAnswer.NO), "")));
            }
            if (chance()) {
                kontor.get(Contacts.class)
                        .add(
                                id,
                                new ContactDraft(
                                        "Cara",
                                        "C" + number,
                                        "",
                                        chance() ? "Cara@Example.org" : "",
                                        "",
                                        "+49301234567",
                                        chance(),
                                        Optional.empty(),
                                        "",
                                        "",
                                        Address.NONE,
                                        Optional.empty(),
                                        chance(),
                                        Map.of()));
            }
            return id;
        });
        if (chance()) {
            InvoiceView settled = desk.invoice(id, "2026-10-01", "9.00");
            PaymentView payment = desk.pay(id, "2026-10-02", "9.00", AllocationPolicy.OLDEST_DUE_FIRST);
            desk.refund(payment.id(), "4.00");
            desk.writeOff(settled, "1.00");
            desk.creditMemo(id, "2026-10-03", "2.00");
            InvoiceView invoice = desk.invoice(id, "2026-11-01", 10 + number + ".00");
            kontor.asSystem(() -> kontor.get(DocumentAttachments.class)
                    .add(
                            DocumentKind.INVOICE,
                            invoice.id(),
                            new AttachmentDraft("note.txt", "", true),
                            new ByteArrayInputStream(("note " + number).getBytes(StandardCharsets.UTF_8))));
            desk.pay(id, "2026-11-02", 5 + number + ".00", AllocationPolicy.OLDEST_DUE_FIRST);
            desk.credit(id, "3.00", Optional.empty(), Optional.empty());
        }
    }

    /** What would take long to bring about, for everybody at once. */
    void plant() {
        String contact = "(select min(id) from contact where customer_id = c.id)";
        for (String sql : List.of(
                "customer_flag (customer_id, type_id, note, created_at, created_by) select %d, min(id), 'late', now(), 'x'"
                        + " from system_table_entry where table_name = 'FLAG_TYPES'",
                "telephone_service (customer_id, number, name, created_at, created_by) values (%d, '+4930' || %1$d, '', now(), 'x')",
                "customer_btn (customer_id, number) values (%d, '+4930' || %1$d)",
                "ticket (version, created_at, created_by, updated_at, updated_by, customer_id, subject, text, status, contact_id, phone,"
                        + " email, assignee, opened_at, source, source_id, sentiment, sentiment_model) values (1, now(), 'x', now(),"
                        + " 'x', %d, 's', '', 'OPEN', " + contact + ", '', '', '', now(), '', '', 0.5, 1)",
                "journal_entry (version, created_at, created_by, updated_at, updated_by, customer_id, happened_at, action_id, topic,"
                        + " contact_id, text) select 1, now(), 'x', now(), 'x', %d, now(), min(id), 'SERVICE', "
                        + contact
                        + ", 'called' from system_table_entry where table_name = 'JOURNAL_ACTION_TYPES'",
                "contact_link (system, value, contact_id, present) select 'crm', 'c' || id, id, true from contact"
                        + " where customer_id = %d",
                "contact_job_change (contact_id, at, source, before, after) select id, now(), 'x', 'a', 'b' from contact"
                        + " where customer_id = %d",
                "kiosk_entry (at, user_id, actor, customer_id, similar_ids) values (now(), 1, 'x', %d, '{}'::bigint[])",
                "import_row_key (key, customer_id, import_id) values (gen_random_uuid(), %d, 1)",
                "import_before (import_id, customer_id, version_after, draft) values (1, %d, 1, '{}'::jsonb)",
                "import_shadow_key (import_id, hash, customer_id, revision) values (1, %d, %1$d, 1)",
                "import_shadow (import_id, customer_id, revision, draft) values (1, %d, 1, '{}'::jsonb)",
                "duplicate_key (search_id, key, customer_id) values (1, %1$d, %d)",
                "duplicate_candidate (search_id, low_id, high_id) select 1, id, %d from customer where id < %1$d"
                        + " order by customer.id desc limit 2",
                "import_obstacle (import_id, customer_id, code, message) values (1, %d, 'X', 'x')",
                "import_near_match (import_id, customer_id, other_id, reason, row_number) select 1, %d, id, 'EMAIL', 1 from customer"
                        + " where id < %1$d order by customer.id desc limit 2",
                "document_look (invoice_id, made_at, letterhead_id, template_id, buyer_email) select i.id, now(), l.id, t.id, ''"
                        + " from invoice i, letterhead l, document_template t where i.customer_id = %d",
                "remittance (payment_id, content_hash, file_name, stated, applied) select i.id, repeat('b', 64), 'advice.csv', 5, 5"
                        + " from payment join open_item i using (id) where i.customer_id = %d",
                "remittance_line (payment_id, position, row_number, number, stated, outcome, item_id, open_amount, applied)"
                        + " select i.id, 1, 1, 'R-1', 5, 'SETTLED', i.id, 5, 5 from remittance join open_item i on i.id = payment_id"
                        + " where i.customer_id = %d",
                "statement_paper (run_id, position, customer_id, done) values (1, %d, %1$d, true)",
                "payment_method (created_at, created_by, updated_at, updated_by, customer_id, connection_id, shopper_id, method_id,"
                        + " type, brand, last_digits, expires, active) values (now(), 'x', now(), 'x', %d, 1, '9' || %1$d, 'card',"
                        + " 'CARD', 'VISA', '1111', '2028-07', %1$d %% 3 > 0)",
                "payment_authorisation (method_id, reference, amount, at, actor) select id, 'P', '', now(), 'x' from payment_method"
                        + " where customer_id = %d and id %% 2 = 0",
                "message (created_at, created_by, customer_id, contact_id, channel, direction, state, happened_at, address, subject, text,"
                        + " connection_id, sending_key, queued_at) values (now(), 'x', %d, " + contact
                        + ", 'EMAIL', 'OUT', 'SENT', now(), 'ada@example.org', 's', 't', 1, 'k', now())",
                "message_file (message_id, position, kind, name) select id, 0, 'STATEMENT', 'a.pdf' from message"
                        + " where customer_id = %d",
                "accounting_link (customer_id, connection_id, remote_id, found_by, linked_at, told_at) values (%d, 1, 'c' || %1$d,"
                        + " 'EMAIL', now(), now())",
                "accounting_balance (link_id, currency, amount) select id, 'EUR', 12.5 from accounting_link where customer_id = %d",
                "portal_access (contact_id, email, state, invited_at, invited_by, message_id, changed_at, changed_by) select m.contact_id,"
                        + " 'ada@example.org', 'INVITED', now(), 'x', m.id, now(), 'x' from message m"
                        + " where m.customer_id = %d and m.contact_id is not null",
                "portal_invitation (message_id, access_id) select a.message_id, a.id from portal_access a"
                        + " join contact o on o.id = a.contact_id where o.customer_id = %d",
                "portal_session (token_hash, access_id, chosen, created_at, seen_at) select convert_to('s' || a.id, 'UTF8'), a.id, true,"
                        + " now(), now() from portal_access a join contact o on o.id = a.contact_id where o.customer_id = %d",
                "portal_upload (access_id, at) select a.id, now() from portal_access a join contact o on o.id = a.contact_id"
                        + " where o.customer_id = %d",
                "payment_way (customer_id, way) values (%d, 'CARD')",
                "customer_invoice_template (customer_id, entry_id) select %d, id from system_table_entry"
                        + " where table_name = 'CONTACT_TYPES' limit 1",
                "customer_cadence (customer_id, cadence_id, manual, assigned_at, assigned_by) select c.id, 1, true, now(), 'x'"
                        + " where %d %% 2 = 0",
                "to_do (created_at, created_by, customer_id, step_id, assignment_id, item_id, kind, due_on, state, message_id)"
                        + " select now(), 'x', m.customer_id, 1, 1, (select min(o.id) from open_item o where o.customer_id = m.customer_id),"
                        + " 'EMAIL', current_date, 'CANCELLED', m.id from message m where m.customer_id = %d",
                "payment_plan (id, created_at, created_by, updated_at, updated_by, customer_id, entity_id, currency, total, frequency,"
                        + " note, look_on) select 1000000 + o.id, now(), 'x', now(), 'x', o.customer_id, o.entity_id, o.currency, 5,"
                        + " 'MONTHLY', 'n', date '2026-12-01' from open_item o where o.customer_id = %d and o.kind = 'INVOICE'",
                "payment_plan_invoice (plan_id, item_id, agreed) select p.id, p.id - 1000000, 5 from payment_plan p"
                        + " where p.customer_id = %d",
                "payment_plan_instalment (plan_id, number, due_on, amount, through) select p.id, 1, date '2026-12-01', 5, 5 from payment_plan p"
                        + " where p.customer_id = %d",
                "subscription (id, created_at, created_by, updated_at, updated_by, customer_id, description, currency, frequency, every, starts_on,"
                        + " trial_days, issue, terms, template, notes, purchase_order, state, next_period, next_on) select 2000000 + o.id, now(),"
                        + " 'x', now(), 'x', o.customer_id, 'd', o.currency, 'MONTHLY', 1, date '2026-12-01', 0, true, '', '', '', '', 'ACTIVE', 1,"
                        + " date '2027-01-01' from open_item o where o.customer_id = %d and o.kind = 'INVOICE'",
                "subscription_line (subscription_id, position, item_code, description, quantity, unit_price, discount, tax_code, tax_rate, net,"
                        + " one_time) select s.id, 0, '', 'd', 1, 5, 0, '', 0, 5, false from subscription s where s.customer_id = %d",
                "subscription_invoice (subscription_id, period, starts_on, ends_on, invoice_id, made_at) select s.id, 0, date '2026-12-01',"
                        + " date '2026-12-31', s.id - 2000000, now() from subscription s where s.customer_id = %d",
                "signing_document (id, created_at, created_by, updated_at, updated_by, customer_id, name, message, in_order, state)"
                        + " values (3000000 + %1$d, now(), 'x', now(), 'x', %d, 'Agreement', 'm', true, 'DRAFT')",
                "signing_signer (document_id, position, name, email) select d.id, 0, 'Ada', 'ada@example.org' from signing_document d"
                        + " where d.customer_id = %d",
                "attachment (created_at, created_by, updated_at, updated_by, customer_id, name, description, internal, size, sha256,"
                        + " signing_id, signing_role) select now(), 'x', now(), 'x', d.customer_id, 'a.pdf', '', true, 0, repeat('0', 64),"
                        + " d.id, 'ORIGINAL' from signing_document d where d.customer_id = %d",
                "webhook_delivery (webhook_id, event, customer_id, subject_id, occurred_at, queued_at, next_at, state, attempts, answer,"
                        + " millis) values (1, 'customer.updated', %d, %1$d, now(), now(), now(), 'DELIVERED', 1, '', 1)",
                "erasure (created_at, created_by, user_id, updated_at, customer_id, state) values (now(), 'x', 1, now(), %d, 'BLOCKED')",
                "erasure_step (erasure_id, kind, state, changed_at) select id, 'SUPPRESSION', 'WAITING', now() from erasure"
                        + " where customer_id = %d",
                "duplicate_pair (search_id, low_id, high_id, group_id, band, weight) select 1, id, %d, id, 'LIKELY', 0.1 from customer"
                        + " where id < %1$d order by customer.id desc limit 2",
                "duplicate_decision (low_id, high_id, decision, at, actor) select id, %d, 'NOT_DUPLICATE', now(), 'x' from customer"
                        + " where id < %1$d order by customer.id limit 2")) {
            Matcher insert = INSERT.matcher(sql.replaceAll("%(1\\$)?d", "c.id").replace("%%", "%"));
            if (!insert.matches()) {
                throw new IllegalStateException(sql);
            }
            kontor.sql("insert into " + insert.group(1) + " select x.* from customer c cross join lateral ("
                    + insert.group(2) + ") x order by c.id");
        }
        kontor.sql("delete from customer_sentiment");
        kontor.sql(
                "insert into customer_sentiment select customer_id, 0.5, 'POSITIVE', count(*), min(opened_at) + interval '2160 hours'"
                        + " from ticket group by customer_id");
    }

    /** How many rows there are of each declaration. */
    TreeMap<String, Long> counts(Ownership ownership) {
        TreeMap<String, Long> counts = new TreeMap<>();
        ownership
                .tables()
                .forEach(owned ->
                        counts.put(owned.noun(), Long.parseLong(kontor.sql("select count(*) from " + owned.table()))));
        return counts;
    }

    /** Table to a hash over its rows. */
    TreeMap<String, String> hashes() {
        TreeMap<String, String> hashes = new TreeMap<>();
        for (String table : Sql.many(
                kontor.dataSource(),
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
                Sql.of(),
                row -> row.getString(1))) {
            if (!LEFT_OUT.contains(table)) {
                String left = switch (table) {
                    case "customer", "contact", "payment_method" -> " - '{version,updated_at,updated_by}'::text[]";
                    case "medical_record" -> " - 'answers'";
                    default -> "";
                };
                hashes.put(
                        table,
                        kontor.sql("select count(*) || ' ' || md5(coalesce(string_agg(r, E'\\n' order by r), '')) from"
                                + " (select (to_jsonb(t)" + left + ")::text r from " + table + " t) t"));
            }
        }
        return hashes;
    }

    /** Whose each line of the histories is that there was at first. */
    String histories(long upTo) {
        return kontor.sql(
                "select md5(string_agg(id || ' ' || customer_id || kind, ',' order by id)) from timeline_entry where id <= "
                        + upTo);
    }

    long lastHistory() {
        return Long.parseLong(kontor.sql("select max(id) from timeline_entry"));
    }

    static List<Long> list(long... ids) {
        return LongStream.of(ids).boxed().toList();
    }
}
