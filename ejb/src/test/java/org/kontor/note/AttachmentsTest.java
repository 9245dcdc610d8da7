package org.kontor.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Instance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class AttachmentsTest {

    private TestKontor kontor;
    private Attachments attachments;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        attachments = kontor.get(Attachments.class);
        customer = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business("Acme").draft())
                .id());
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    /** S4-135: of several pieces, byte for byte, with its checksum. */
    @Test
    void aFileComesBackAsItWas_S4_135() throws Exception {
        byte[] bytes = new byte[(2 << 20) + 12_345];
        new Random(7).nextBytes(bytes);
        bytes[0] = '%';

        AttachmentView kept = add("C:\\docs\\ contract.pdf ", bytes);

        assertEquals("contract.pdf", kept.name());
        assertFalse(kept.internal());
        assertEquals(bytes.length, kept.size());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), kept.sha256());
        assertArrayEquals(bytes, content(kept.id()));
        assertEquals("3", kontor.sql("select count(*) from attachment_piece"));
        assertEquals(
                kept.sha256(),
                kontor.sql("select details->>'sha256' from timeline_entry where kind = 'attachment.created'"));
    }

    @Test
    void anEmptyFileIsAFile() throws Exception {
        assertArrayEquals(new byte[0], content(add("empty.txt", new byte[0]).id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.exe", "page.html", "picture.svg", "script.js", "noending", "..", "contract.pdf.EXE"})
    void onlyDocumentsAreAccepted_S4_135(String name) {
        AppException refusal = assertThrows(AppException.class, () -> add(name, new byte[] {1}));

        assertEquals("name", refusal.errors().get(0).field());
        assertEquals("0", kontor.sql("select count(*) from attachment"));
    }

    @Test
    void theCompanyMayAcceptEverythingButPrograms() {
        kontor.sql("update company_setting set choices = '{\"attachmentTypes\":\"ALL_BUT_PROGRAMS\"}'");

        add("page.html", new byte[] {1});
        assertThrows(AppException.class, () -> add("setup.exe", new byte[] {1}));
        AppException disguised =
                assertThrows(AppException.class, () -> add("letter.dat", "MZ…".getBytes(StandardCharsets.UTF_8)));
        assertEquals("file", disguised.errors().get(0).field());
        assertEquals("1", kontor.sql("select count(*) from attachment"));
    }

    @Test
    void aLargeFileIsRefusedAndLeavesNothing() {
        kontor.sql("update company_setting set choices = '{\"attachmentMaxMb\":\"5\"}'");

        AppException refusal = assertThrows(AppException.class, () -> add("big.pdf", new byte[(5 << 20) + 1]));

        assertEquals(ErrorKind.TOO_LARGE, refusal.kind());
        assertTrue(refusal.getMessage().contains("5 MB"), refusal.getMessage());
        assertEquals("0", kontor.sql("select count(*) from attachment_piece"));
        add("fits.pdf", new byte[5 << 20]);
    }

    @Test
    void anInterruptedUploadLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        AppException refusal = assertThrows(
                AppException.class,
                () -> kontor.asSystem(
                        () -> attachments.add(customer, new AttachmentDraft("a.pdf", "", false), broken)));

        assertEquals("UPLOAD_INTERRUPTED", refusal.code());
        assertEquals("0", kontor.sql("select count(*) from attachment"));
    }

    @Test
    void whatAScanFindsIsNotKept() {
        AttachmentScan scan =
                (name, content) -> new String(content.readAllBytes(), StandardCharsets.UTF_8).contains("EICAR")
                        ? Optional.of(name + " holds a virus.")
                        : Optional.empty();
        kontor.get(AttachmentStore.class).scans = instance(scan);

        AppException refusal =
                assertThrows(AppException.class, () -> add("letter.txt", "xxEICARxx".getBytes(StandardCharsets.UTF_8)));

        assertEquals("THREAT_FOUND", refusal.errors().get(0).code());
        assertEquals("0", kontor.sql("select count(*) from attachment"));
        add("letter.txt", "fine".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDamagedFileIsNotGivenOutWhole() {
        AttachmentView kept = add("a.txt", "hello".getBytes(StandardCharsets.UTF_8));
        kontor.sql("update attachment set sha256 = repeat('0', 64)");

        assertThrows(IOException.class, () -> content(kept.id()));
    }

    /** S4-136: internal can be chosen and changed. */
    @Test
    void aFileIsSharedOrInternal_S4_136() {
        AttachmentView kept = add("a.txt", new byte[] {1});

        AttachmentView internal = kontor.asSystem(
                () -> attachments.revise(kept.id(), kept.version(), new AttachmentDraft("b.txt", "Terms", true)));

        assertTrue(internal.internal());
        assertEquals("b.txt", internal.name());
        assertEquals(
                "false>true",
                kontor.sql("select (changes->'internal'->>0) || '>' || (changes->'internal'->>1) from timeline_entry"
                        + " where kind = 'attachment.updated'"));
        assertEquals(
                ErrorKind.STALE,
                assertThrows(
                                AppException.class,
                                () -> kontor.asSystem(() -> attachments.revise(
                                        kept.id(), kept.version(), new AttachmentDraft("c.txt", "", true))))
                        .kind());
    }

    @Test
    void aRemovedFileLeavesItsTraceInTheHistory() {
        AttachmentView kept = add("a.txt", new byte[] {1});

        kontor.asSystem(() -> {
            attachments.remove(kept.id());
            return 0;
        });

        assertEquals(Optional.empty(), kontor.asSystem(() -> attachments.find(kept.id())));
        assertEquals("0", kontor.sql("select count(*) from attachment_piece"));
        assertEquals(
                kept.sha256(),
                kontor.sql("select details->>'sha256' from timeline_entry where kind = 'attachment.deleted'"));
    }

    @Test
    void newestComeFirstPieceByPiece() {
        for (int i = 0; i < 3; i++) {
            add(i + ".txt", new byte[] {1});
        }
        Page<AttachmentView> first = page(2, Optional.empty());

        assertEquals(
                List.of("2.txt", "1.txt"),
                first.items().stream().map(AttachmentView::name).toList());
        assertEquals(
                List.of("0.txt"),
                page(2, first.nextCursor()).items().stream()
                        .map(AttachmentView::name)
                        .toList());
        assertThrows(
                AppException.class, () -> kontor.asSystem(() -> attachments.ofCustomer(4711, PageRequest.first())));
    }

    private Page<AttachmentView> page(int limit, Optional<String> cursor) {
        return kontor.asSystem(() -> attachments.ofCustomer(customer, new PageRequest(limit, cursor)));
    }

    private byte[] content(long id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kontor.asSystem(() -> attachments.content(id)).orElseThrow().writeTo(out);
        return out.toByteArray();
    }

    private AttachmentView add(String name, byte[] bytes) {
        return kontor.asSystem(
                () -> attachments.add(customer, new AttachmentDraft(name, "", false), new ByteArrayInputStream(bytes)));
    }

    @SuppressWarnings("unchecked")
    private static Instance<AttachmentScan> instance(AttachmentScan scan) {
        return (Instance<AttachmentScan>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, args) -> List.of(scan).iterator());
    }
}
