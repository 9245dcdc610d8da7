package org.kontor.note;

import java.util.Locale;
import java.util.Set;
import org.kontor.customer.FieldCheck;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Which files are accepted. */
final class AttachmentRules {

    private static final Set<String> DOCUMENTS = Set.of(
            "pdf", "png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "heic", "txt", "csv", "md", "rtf", "doc", "docx",
            "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "eml", "msg", "ics", "vcf", "xml", "json", "zip");

    private static final Set<String> PROGRAMS = Set.of(
            "exe", "dll", "com", "bat", "cmd", "scr", "pif", "msi", "msix", "ps1", "psm1", "vbs", "vbe", "js", "jse",
            "wsf", "wsh", "hta", "jar", "apk", "app", "dmg", "pkg", "deb", "rpm", "sh", "bash", "cpl", "reg", "lnk",
            "chm");

    private AttachmentRules() {}

    /** The largest file in bytes. */
    static long maxBytes(CurrentSettings settings) {
        return Long.parseLong(settings.text(CompanySetting.ATTACHMENT_MAX_MB)) << 20;
    }

    /**
     * The draft trimmed, its name without folders.
     *
     * @throws AppException {@link ErrorKind#INVALID}
     */
    static AttachmentDraft check(AttachmentDraft draft, CurrentSettings settings) {
        FieldCheck fields = new FieldCheck();
        String path = draft.name().replace('\\', '/');
        String name = fields.line("name", path.substring(path.lastIndexOf('/') + 1), 200);
        String description = fields.line("description", draft.description(), 500);
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
            fields.refuse("name", "REQUIRED", "Give the file a name, such as contract.pdf.");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean documentsOnly = settings.text(CompanySetting.ATTACHMENT_TYPES).equals("DOCUMENTS");
        if (documentsOnly ? !DOCUMENTS.contains(ending) : PROGRAMS.contains(ending)) {
            fields.refuse(
                    "name",
                    "TYPE_NOT_ALLOWED",
                    documentsOnly
                            ? "Choose a document or a picture, such as a PDF; “." + ending + "” is not accepted."
                            : "Choose another file: programs, such as “." + ending + "”, are not accepted.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return new AttachmentDraft(name, description, draft.internal());
    }

    /** A program stays one under another name. */
    static void mustNotBeProgram(byte[] beginning, int length) {
        boolean windows = length > 1 && beginning[0] == 'M' && beginning[1] == 'Z';
        boolean unix =
                length > 3 && beginning[0] == 0x7f && beginning[1] == 'E' && beginning[2] == 'L' && beginning[3] == 'F';
        boolean script = length > 1 && beginning[0] == '#' && beginning[1] == '!';
        if (windows || unix || script) {
            throw AppException.invalid(
                    "file", "TYPE_NOT_ALLOWED", "Choose another file: this one is a program, whatever its name says.");
        }
    }
}
