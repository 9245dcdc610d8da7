package org.kontor.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class NotesTest {

    private TestKontor kontor;
    private Notes notes;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        notes = kontor.get(Notes.class);
        customer = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business("Acme").draft())
                .id());
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void aNoteIsStoredWithItsAuthorAndStandsInTheTimeline() {
        NoteView note = kontor.asSystem(() -> notes.add(customer, " line one\r\nline two ", true));

        assertEquals("line one\nline two", note.text());
        assertEquals("system", note.createdBy());
        assertEquals(Optional.of(note), kontor.asSystem(() -> notes.find(customer, note.id())));
        assertEquals(Optional.empty(), kontor.asSystem(() -> notes.find(customer, note.id() + 1)));
        assertEquals(Optional.empty(), kontor.asSystem(() -> notes.find(customer + 1, note.id())));
        assertEquals(List.of(note), page(10, Optional.empty()).items());
        assertEquals(
                Long.toString(note.id()),
                kontor.sql("select details->>'noteId' from timeline_entry where kind = 'note.created'"));
    }

    @Test
    void blankAndOverlongTextsAndUnknownCustomersAreRefused() {
        assertEquals(ErrorKind.INVALID, refused(customer, "  \n "));
        assertEquals(ErrorKind.INVALID, refused(customer, "x".repeat(20_001)));
        assertEquals(ErrorKind.ABSENT, refused(4711, "text"));
        assertEquals(
                ErrorKind.ABSENT,
                assertThrows(
                                AppException.class,
                                () -> kontor.asSystem(() -> notes.ofCustomer(4711, PageRequest.first())))
                        .kind());
    }

    @Test
    void newestComeFirstPieceByPiece() {
        for (int i = 0; i < 5; i++) {
            String text = "note " + i;
            kontor.asSystem(() -> notes.add(customer, text, false));
        }

        Page<NoteView> first = page(3, Optional.empty());
        Page<NoteView> rest = page(3, first.nextCursor());

        assertEquals(
                List.of("note 4", "note 3", "note 2"),
                first.items().stream().map(NoteView::text).toList());
        assertEquals(
                List.of("note 1", "note 0"),
                rest.items().stream().map(NoteView::text).toList());
        assertEquals(Optional.empty(), rest.nextCursor());
    }

    @Test
    void firstNotesOfAnImportAreWrittenWhateverTheyHold_S3_24() {
        String nul = String.valueOf((char) 0);
        kontor.asSystem(() -> {
            notes.addAll(
                    List.of(
                            new NewNote(customer, "a\tb\\n" + nul + "c"),
                            new NewNote(customer, "   "),
                            new NewNote(customer, "y".repeat(20_001))),
                    Map.of("importId", "7"));
            return 0;
        });

        assertEquals(
                List.of(1, 20_000, 6),
                page(10, Optional.empty()).items().stream()
                        .map(note -> note.text().length())
                        .toList());
        assertEquals("a\tb\\nc", page(10, Optional.empty()).items().get(2).text());
        assertEquals("3", kontor.sql("select count(*) from timeline_entry where details->>'importId' = '7'"));
    }

    private ErrorKind refused(long id, String text) {
        return assertThrows(AppException.class, () -> kontor.asSystem(() -> notes.add(id, text, false)))
                .kind();
    }

    private Page<NoteView> page(int limit, Optional<String> cursor) {
        return kontor.asSystem(() -> notes.ofCustomer(customer, new PageRequest(limit, cursor)));
    }
}
