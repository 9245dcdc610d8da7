package org.kontor.connectors.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.MessageChannel.Attachment;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.Problem;
import org.kontor.spi.Settings;

/** A message as it travels: its headers hold what was given and nothing else. */
final class SmtpMessage extends MimeMessage {

    /** What is given is no message that a mail server could take. */
    static final ErrorCode NOT_A_MESSAGE = new ErrorCode(
            "NOT_A_MESSAGE",
            ErrorCode.Kind.USER,
            "The message cannot be sent as it is: address, subject, text or a file is not right. The reason is told.");

    /** All files of a message together, in bytes: most mail servers take no more than this and its encoding. */
    private static final int MOST_BYTES = 15 * 1024 * 1024;

    private static final String UTF_8 = "UTF-8";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String messageId;
    private final BooleanSupplier mayBegin;

    /**
     * A message.
     *
     * @param mayBegin asked when the mail server has said that it takes the content, before the first byte of it; false breaks off
     */
    SmtpMessage(Session session, Settings settings, Message message, BooleanSupplier mayBegin)
            throws MessagingException, IOException {
        super(session);
        this.mayBegin = mayBegin;
        InternetAddress from = needed(settings.text(SmtpSettings.FROM).orElseThrow());
        messageId = "<" + message.key().value() + "@"
                + from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1) + ">";
        Optional<String> name = settings.text(SmtpSettings.FROM_NAME);
        if (name.isPresent()) {
            from.setPersonal(name.get(), UTF_8);
        }
        setFrom(from);
        setRecipient(RecipientType.TO, needed(message.to()));
        Optional<String> replyTo = message.replyTo().or(() -> settings.text(SmtpSettings.REPLY_TO));
        if (replyTo.isPresent()) {
            setReplyTo(new InternetAddress[] {needed(replyTo.get())});
        }
        setSubject(message.subject(), UTF_8);
        setHeader("Date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        fill(message);
        saveChanges();
    }

    /** Why this is no message that can be sent; empty when it is one. */
    static Optional<Problem> problem(Message message, int longestText) {
        if (SmtpSettings.address(message.to()).isEmpty()) {
            return Optional.of(NOT_A_MESSAGE.because("Write one e-mail address: the recipient is none."));
        }
        if (message.replyTo()
                .filter(text -> SmtpSettings.address(text).isEmpty())
                .isPresent()) {
            return Optional.of(NOT_A_MESSAGE.because("Write one e-mail address for answers."));
        }
        if (SmtpSettings.hasControls(message.subject())) {
            return Optional.of(NOT_A_MESSAGE.because("Write the subject without control characters."));
        }
        if (message.text().length() > longestText || message.html().orElse("").length() > longestText) {
            return Optional.of(NOT_A_MESSAGE.because("Write a shorter text: up to " + longestText + " characters."));
        }
        for (Attachment file : message.attachments()) {
            if (file.name().isBlank() || file.name().length() > 200 || SmtpSettings.hasControls(file.name())) {
                return Optional.of(NOT_A_MESSAGE.because("Give the file a name of one line, up to 200 characters."));
            }
            if (!file.mediaType().matches("[A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+-]{1,80}")) {
                return Optional.of(NOT_A_MESSAGE.because("Give the file a type such as application/pdf."));
            }
        }
        return Optional.empty();
    }

    /** By which every mail server on the way knows it: the same for each try of one intention. */
    String messageId() {
        return messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] leftOut) throws IOException, MessagingException {
        if (!mayBegin.getAsBoolean()) {
            throw new IOException("The time limit has passed before the content was begun");
        }
        super.writeTo(out, leftOut);
    }

    private void fill(Message message) throws MessagingException, IOException {
        if (message.attachments().isEmpty() && message.html().isEmpty()) {
            setText(message.text(), UTF_8);
            return;
        }
        if (message.attachments().isEmpty()) {
            setContent(alternatives(message));
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        if (message.html().isPresent()) {
            body.setContent(alternatives(message));
        } else {
            body.setText(message.text(), UTF_8);
        }
        mixed.addBodyPart(body);
        for (MimeBodyPart file : files(message.attachments())) {
            mixed.addBodyPart(file);
        }
        setContent(mixed);
    }

    private static MimeMultipart alternatives(Message message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html().orElseThrow(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** Read before the mail server is called, so that a file that cannot be read breaks no transfer off. */
    private static List<MimeBodyPart> files(List<Attachment> attachments) throws MessagingException, IOException {
        List<MimeBodyPart> parts = new ArrayList<>();
        int left = MOST_BYTES;
        for (Attachment file : attachments) {
            byte[] bytes;
            try (InputStream in = file.content().open()) {
                bytes = in.readNBytes(left + 1);
            }
            left -= bytes.length;
            if (left < 0) {
                throw new TooLarge();
            }
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, file.mediaType())));
            part.setFileName(file.name());
            part.setDisposition(ATTACHMENT);
            parts.add(part);
        }
        return parts;
    }

    private static InternetAddress needed(String text) throws MessagingException {
        return SmtpSettings.address(text).orElseThrow(() -> new MessagingException("Not an address"));
    }

    /** The files are too large together. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;

        TooLarge() {
            super("Send smaller files: together they may have up to " + MOST_BYTES / (1024 * 1024) + " MB.");
        }
    }
}
