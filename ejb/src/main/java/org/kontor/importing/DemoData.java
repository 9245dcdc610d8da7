package org.kontor.importing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.AccountType;
import org.kontor.customer.Address;
import org.kontor.customer.BillMethod;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.ExternalId;
import org.kontor.customer.Phone;
import org.kontor.customer.PhoneType;
import org.kontor.note.NewNote;
import org.kontor.note.Notes;

/**
 * Made-up customers for trying Kontor out: {@value #PEOPLE} people and {@value #COMPANIES} companies, always the same ones. All
 * addresses end in {@code example.org}, all phone numbers are of the ranges kept free for fiction. Whoever may post has a year of
 * their invoices and payments, too.
 */
@Stateless
public class DemoData {

    static final int PEOPLE = 32;
    static final int COMPANIES = 16;

    private static final String SYSTEM = "demo";
    private static final String[] FIRST = {
        "Amelia",
        "Noah",
        "Ingrid",
        "Mateo",
        "Zoe",
        "Kwame",
        "Freya",
        "Rafael",
        "Yuki",
        "Omar",
        "Clara",
        "Dmitri",
        "Leila",
        "Tom\u00e1s",
        "Priya",
        "Anders"
    };
    private static final String[] LAST = {
        "Hartwell",
        "Lindqvist",
        "Okafor",
        "Brennan",
        "Castellano",
        "Novak",
        "Whitfield",
        "S\u00f8rensen",
        "Delgado",
        "Mercer",
        "Ashworth",
        "Tanaka",
        "Vogel",
        "Marchetti",
        "Iyer",
        "Calloway"
    };
    private static final String[] COMPANY = {
        "Harbour Lane Coffee", "Northwind Cycles", "Juniper & Oak Interiors", "Bluebird Print Works",
                "Copperfield Tools",
        "Silver Birch Dental", "Meadowbrook Farms", "Lantern Street Books", "Stonebridge Legal",
                "Tidewater Marine Supply",
        "Cobalt Fitness Club", "Maple Row Bakery", "Granite Peak Outfitters", "Willow Creek Nursery", "Redwood Audio",
        "Papercrane Studio"
    };
    private static final String[][] PLACES = {
        {"Denver", "CO", "80202", "US", "+1303555010"},
        {"Portland", "OR", "97205", "US", "+1503555010"},
        {"Austin", "TX", "78701", "US", "+1512555010"},
        {"London", "", "SW1A 1AA", "GB", "+44207946095"}
    };
    private static final String[] STREETS = {"Elm Street", "Mill Road", "Station Avenue", "Orchard Lane", "Canal Walk"};
    private static final String[] JOBS = {"Carpenter", "Teacher", "Nurse", "Photographer", "Accountant", "Chef"};
    private static final String[] NOTES = {
        "Prefers to be called in the afternoon.",
        "Asked for invoices at the first of the month.",
        "Met at the spring fair.",
        "Moved house in March; the new address is confirmed."
    };

    @Inject
    ImportRepository imports;

    @Inject
    RowKeyRepository rowKeys;

    @Inject
    CustomerBulk bulk;

    @Inject
    Notes notes;

    @Inject
    DemoLedger ledger;

    @Inject
    UploadInspection inspection;

    /**
     * Brings the customers in; those that came in once are skipped, also after they were edited.
     *
     * @return the import under which they came in
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public ImportView load() {
        Map<UUID, CustomerDraft> drafts = drafts();
        int all = drafts.size();
        drafts.keySet().removeAll(rowKeys.imported(drafts.keySet()));
        List<UUID> fresh = List.copyOf(drafts.keySet());
        long id = imports.nextId();
        Caller caller = CallerContext.current();
        imports.insert(
                inspection.withoutFile(id, "Demo data", caller.login(), fresh.size(), all),
                caller.userId(),
                "0".repeat(64));
        if (!fresh.isEmpty()) {
            List<Long> ids = bulk.create(
                    drafts.values().stream().map(CustomerRules::check).toList(), id);
            Map<UUID, Long> keys = new LinkedHashMap<>();
            List<NewNote> firstNotes = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                keys.put(fresh.get(i), ids.get(i));
                if (i % 3 == 0) {
                    firstNotes.add(new NewNote(ids.get(i), NOTES[i / 3 % NOTES.length]));
                }
            }
            rowKeys.insert(id, keys, ids.stream().collect(Collectors.toMap(each -> each, each -> each)));
            notes.addAll(firstNotes, Map.of("importId", Long.toString(id)));
            if (caller.may(Permission.WRITE_RECEIVABLE.wireName())) {
                ledger.post(id, ids);
            }
        }
        return imports.find(id).orElseThrow().view();
    }

    private static Map<UUID, CustomerDraft> drafts() {
        Random random = new Random(23);
        Map<UUID, CustomerDraft> drafts = new LinkedHashMap<>();
        for (int i = 0; i < PEOPLE + COMPANIES; i++) {
            drafts.put(UUID.nameUUIDFromBytes((SYSTEM + i).getBytes(StandardCharsets.UTF_8)), draft(i, random));
        }
        return drafts;
    }

    private static CustomerDraft draft(int i, Random random) {
        boolean company = i >= PEOPLE;
        String first = company ? "" : FIRST[i % FIRST.length];
        String last = company ? "" : LAST[(i * 5 + i / FIRST.length) % LAST.length];
        String name = company ? COMPANY[i - PEOPLE] : "";
        String mailbox = (company ? "office." + name.split("\\W", 2)[0] : first + "." + last).toLowerCase(Locale.ROOT);
        String email = java.text.Normalizer.normalize(mailbox, java.text.Normalizer.Form.NFD)
                        .replaceAll("[^a-z.]", "")
                + "@example.org";
        String[] place = PLACES[random.nextInt(PLACES.length)];
        CustomerStatus[] statuses = CustomerStatus.values();
        return new CustomerDraft(
                Optional.empty(),
                String.format(Locale.ROOT, "D-%04d", 1001 + i),
                AccountType.STANDARD,
                Optional.empty(),
                company ? CustomerClass.BUSINESS : CustomerClass.RESIDENTIAL,
                Optional.of(random.nextInt(3) > 0 ? CustomerStatus.OPEN : statuses[random.nextInt(statuses.length)]),
                name,
                first,
                "",
                last,
                "",
                "",
                "",
                List.of(email),
                company ? "https://www.example.org/" + email.split("[.@]", 3)[1] : "",
                Optional.of(random.nextBoolean() ? BillMethod.EMAIL : BillMethod.PRINT),
                List.of(new Phone(company ? PhoneType.WORK : PhoneType.MOBILE, place[4] + random.nextInt(10))),
                new Address(
                        (1 + random.nextInt(180)) + " " + STREETS[random.nextInt(STREETS.length)],
                        "",
                        place[0],
                        place[1],
                        place[2],
                        place[3]),
                company
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(
                                1955 + random.nextInt(48), 1 + random.nextInt(12), 1 + random.nextInt(28))),
                "",
                company ? "" : JOBS[random.nextInt(JOBS.length)],
                "",
                List.of(new ExternalId(SYSTEM, "customer", Integer.toString(1001 + i))));
    }
}
