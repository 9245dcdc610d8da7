package org.kontor.portal;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.kontor.customer.FieldCheck;

/** What an invitation says: the usual text in the language of the company entity, and the places in it. */
final class InvitationText {

    /** Where the link is put when it is sent, and not before. */
    static final String LINK = "{link}";

    private static final int SUBJECT_MAX = 200;
    private static final int TEXT_MAX = 20_000;

    private InvitationText() {}

    static InvitationView usual(String locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.kontor.portal.texts",
                Locale.forLanguageTag(locale).getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new InvitationView(texts.getString("invitation.subject"), texts.getString("invitation.text"));
    }

    /** What was written, or the usual where nothing was; what is wrong is noted. */
    static InvitationView checked(FieldCheck fields, InvitationView usual, String subject, String text) {
        String line = fields.line("subject", subject, SUBJECT_MAX);
        String body = text(fields, "text", text);
        return new InvitationView(line.isEmpty() ? usual.subject() : line, body.isEmpty() ? usual.text() : body);
    }

    /** A text as it is kept, empty for the usual one. */
    static String text(FieldCheck fields, String field, String text) {
        String body = fields.lines(field, text, TEXT_MAX);
        if (!body.isEmpty() && !body.contains(LINK)) {
            fields.refuse(field, "LINK_MISSING", "Write {link} where the link to the portal is to stand.");
        }
        return body;
    }

    /** As {@link #filled}, shortened where long names make it too long. */
    static String subject(String subject, PortalAccessView to, PortalRepository.Host host, int days) {
        String line = filled(subject, to, host, days);
        return line.length() <= SUBJECT_MAX
                ? line
                : line.substring(0, SUBJECT_MAX - 1).strip() + "…";
    }

    /** All places are filled in but that of the link. */
    static String filled(String text, PortalAccessView to, PortalRepository.Host host, int days) {
        return text.replace("{name}", to.name())
                .replace("{customer}", host.customer())
                .replace("{company}", host.company())
                .replace("{days}", Integer.toString(days));
    }
}
