package org.kontor.web.page;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.communication.MessageChannelView;
import org.kontor.communication.MessageDirection;
import org.kontor.communication.MessageDraft;
import org.kontor.communication.MessageFileDraft;
import org.kontor.communication.MessageFileKind;
import org.kontor.communication.MessageKind;
import org.kontor.communication.MessageView;
import org.kontor.communication.Messages;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.FieldCheck;
import org.kontor.note.NoteView;
import org.kontor.note.Notes;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.shared.FieldError;

/**
 * The form that sends a message to the {@code customer} of the address by its {@code channel}, or writes a call down. Invoices go along by
 * {@code id}, a statement by {@code kind}, {@code asOf}, {@code from} and {@code currency}.
 */
@Named("messageEditPage")
@ViewScoped
public class MessageEditPage extends AddingPage<MessageView, MessageDraft, Void> {

    private static final long serialVersionUID = 1L;

    /** Before the id of a contact who was chosen, not an address. */
    private static final String CONTACT = "#";

    @Inject
    Notes notes;

    @Inject
    Messages messages;

    @Inject
    Contacts contacts;

    @Inject
    Invoices invoices;

    @Inject
    Lines lines;

    private MessageKind channel = MessageKind.EMAIL;
    private boolean ready = true;
    private List<Recipient> recipients = List.of();
    private List<Along> along = List.of();

    /**
     * Somebody who can be chosen.
     *
     * @param value address, or a contact by number
     * @param label for people
     */
    public record Recipient(String value, String label) {}

    /**
     * Something that goes along.
     *
     * @param name for people
     * @param path where it can be looked at, from the root of the application
     * @param draft what it is
     */
    public record Along(String name, String path, MessageFileDraft draft) {}

    /** Takes the class of its drafts. */
    public MessageEditPage() {
        super(MessageDraft.class);
    }

    /** Fetches the customer; called once when the page is opened. */
    public void open() {
        CustomerView customer = begin(Permission.SEND_MESSAGE);
        Map<String, String> values = getValues();
        ready = messages.channels(getCustomerId()).stream()
                .filter(way -> way.channel() == channel)
                .allMatch(MessageChannelView::ready);
        recipients = recipients(customer);
        recipients.stream().findFirst().ifPresent(first -> values.put("recipient", first.value()));
        values.put("direction", MessageDirection.OUT.name());
        if (channel == MessageKind.LETTER) {
            values.put(
                    "address",
                    Stream.of(getCustomerName(), lines.address(customer.address()))
                            .filter(part -> !part.isBlank())
                            .collect(Collectors.joining(", ")));
        }
        note().ifPresent(text -> values.put("text", text));
        along = along();
        if (!along.isEmpty()) {
            String names = String.join(", ", along.stream().map(Along::name).toList());
            values.put("subject", names);
            values.put("text", texts.of("message.withFiles", names));
        }
    }

    /** The text of the note that the reader has just written and hands on. */
    private Optional<String> note() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String id = asked.getOrDefault("note", "");
        return id.matches("\\d{1,18}")
                ? notes.find(getCustomerId(), Long.parseLong(id)).map(NoteView::text)
                : Optional.empty();
    }

    private List<Recipient> recipients(CustomerView customer) {
        List<ContactView> active = contacts.ofCustomer(getCustomerId()).stream()
                .filter(contact -> contact.status() == ContactStatus.ACTIVE)
                .toList();
        return switch (channel) {
            case EMAIL -> mailboxes(active, customer.emails());
            case SMS ->
                active.stream()
                        .filter(ContactView::smsOptIn)
                        .map(contact -> recipient(contact, contact.mobile()))
                        .toList();
            case CALL ->
                Stream.concat(
                                active.stream().map(contact -> recipient(contact, contact.phone())),
                                Stream.of(new Recipient("", texts.of("message.noContact"))))
                        .toList();
            case LETTER -> List.of();
        };
    }

    private static List<Recipient> mailboxes(List<ContactView> contacts, List<String> own) {
        List<Recipient> all = new ArrayList<>(contacts.stream()
                .filter(contact -> !contact.email().isEmpty())
                .map(contact -> recipient(contact, contact.email()))
                .toList());
        own.stream()
                .filter(email ->
                        contacts.stream().noneMatch(contact -> contact.email().equalsIgnoreCase(email)))
                .forEach(email -> all.add(new Recipient(email, email)));
        return all;
    }

    private static Recipient recipient(ContactView contact, String address) {
        return new Recipient(
                CONTACT + contact.id(), address.isEmpty() ? contact.name() : contact.name() + " (" + address + ")");
    }

    private List<Along> along() {
        Map<String, String[]> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        List<Along> files = new ArrayList<>();
        Stream.of(asked.getOrDefault("id", new String[0]))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .forEach(id -> invoices.find(DocumentKind.INVOICE, id).ifPresent(each -> files.add(of(each))));
        if (asked.containsKey("kind")) {
            PageAddress address = PageAddress.inside("/documents/statements/" + getCustomerId() + ".pdf");
            Stream.of("kind", "asOf", "from", "currency").forEach(name -> address.with(name, first(asked, name)));
            files.add(new Along(
                    texts.of("statement.title"),
                    address.toString(),
                    MessageFileDraft.of(StatementForm.query(name -> first(asked, name)))));
        }
        return files;
    }

    private Along of(InvoiceView invoice) {
        return new Along(
                texts.of("message.invoice", invoice.number()),
                "/documents/invoices/" + invoice.id() + ".pdf",
                MessageFileDraft.of(MessageFileKind.INVOICE, invoice.id()));
    }

    private static String first(Map<String, String[]> asked, String name) {
        String[] given = asked.get(name);
        return given == null || given.length == 0 ? "" : given[0];
    }

    @Override
    protected MessageView create(MessageDraft draft) {
        return messages.add(getCustomerId(), draft);
    }

    @Override
    protected MessageDraft read(Typed typed) {
        String typedAddress = value("address");
        String chosen = typedAddress.isEmpty() || channel != MessageKind.EMAIL ? value("recipient") : "";
        boolean contact = chosen.startsWith(CONTACT);
        return new MessageDraft(
                Optional.of(channel),
                Optional.of(
                        channel == MessageKind.CALL
                                ? MessageDirection.valueOf(value("direction"))
                                : MessageDirection.OUT),
                contact || chosen.isEmpty() ? typedAddress : chosen,
                contact ? Optional.of(Long.valueOf(chosen.substring(1))) : Optional.empty(),
                value("subject"),
                value("text"),
                along.stream().map(Along::draft).toList(),
                Optional.empty());
    }

    @Override
    protected List<FieldError> against(MessageDraft draft) {
        FieldCheck fields = new FieldCheck();
        if (isMail()) {
            fields.email("address", draft.address());
        }
        return fields.errors();
    }

    @Override
    protected String changedBy(MessageView view) {
        return view.createdBy();
    }

    @Override
    protected Saved saved(MessageView view) {
        return new Saved(
                texts.of(channel == MessageKind.CALL ? "message.logged" : "message.sending"),
                "/customer.xhtml?id=" + getCustomerId() + "&tab=communication");
    }

    /** Whether it is an e-mail. */
    public boolean isMail() {
        return channel == MessageKind.EMAIL;
    }

    /** Whether an address is typed, and a subject. */
    public boolean isAddressed() {
        return isMail() || channel == MessageKind.LETTER;
    }

    /** Whether it can be sent now. */
    public boolean isReady() {
        return ready;
    }

    /** Who can be chosen. */
    public List<Recipient> getRecipients() {
        return recipients;
    }

    /** What goes along. */
    public List<Along> getAlong() {
        return along;
    }

    /** Who may have begun a call. */
    public MessageDirection[] getDirections() {
        return MessageDirection.values();
    }

    /** By which way. */
    public String getChannel() {
        return channel.name();
    }

    /** Sets it; an unknown one means e-mail. */
    public void setChannel(@Nullable String value) {
        channel = Stream.of(MessageKind.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElse(MessageKind.EMAIL);
    }
}
