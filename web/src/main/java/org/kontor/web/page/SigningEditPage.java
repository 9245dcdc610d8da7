package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.signing.SignerDraft;
import org.kontor.signing.SigningAbility;
import org.kontor.signing.SigningDocumentDraft;
import org.kontor.signing.SigningDocumentView;
import org.kontor.signing.SigningDocuments;
import org.kontor.web.page.Choices.Choice;

/**
 * The form that makes a draft of a document for signature for the {@code customer} of the address, or changes the one with this {@code id}
 * (S4-134). Its PDF is added on the page of the draft.
 */
@Named("signingEditPage")
@ViewScoped
public class SigningEditPage extends EditPage<SigningDocumentView, SigningDocumentDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    SigningDocuments documents;

    @Inject
    Contacts contacts;

    @Inject
    Customers customers;

    @Inject
    ShellPage shell;

    private long id;
    private long customerId;
    private String customerName = "";
    private String chosen = "";
    private List<Choice> people = List.of();
    private final Map<String, String> values = new HashMap<>();
    private final List<Map<String, String>> signers = new ArrayList<>();
    private Optional<SigningAbility> ability = Optional.empty();

    /** Takes the class of its drafts. */
    public SigningEditPage() {
        super(SigningDocumentDraft.class, "signers");
    }

    /** Fetches the document or its customer, and the contacts; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_DOCUMENT);
        if (id != 0) {
            customerId = begin().customerId();
        }
        CustomerView customer = customers.find(customerId).orElseThrow(this::absent);
        customerName = customer.displayName();
        List<ContactView> active = contacts.ofCustomer(customerId).stream()
                .filter(contact -> contact.status() == ContactStatus.ACTIVE)
                .toList();
        people = active.stream()
                .map(contact -> new Choice(
                        Long.toString(contact.id()),
                        contact.email().isEmpty() ? contact.name() : contact.name() + " (" + contact.email() + ")"))
                .toList();
        ability = Optional.of(documents.ability(customerId));
        values.putIfAbsent("inOrder", "false");
        if (id == 0) {
            active.stream()
                    .filter(ContactView::primary)
                    .findFirst()
                    .ifPresentOrElse(primary -> add(primary.name(), primary.email()), this::addSigner);
        }
    }

    /** Adds an empty signer at the end. */
    public void addSigner() {
        add("", "");
    }

    /** Adds the contact that was chosen. */
    public void addContact() {
        String number = chosen;
        chosen = "";
        if (number.matches("\\d{1,18}")) {
            contacts.find(Long.parseLong(number))
                    .filter(contact -> contact.customerId() == customerId)
                    .ifPresent(contact -> {
                        signers.removeIf(SigningEditPage::blank);
                        add(contact.name(), contact.email());
                    });
        }
    }

    private void add(String name, String email) {
        Map<String, String> signer = new HashMap<>();
        signer.put("name", name);
        signer.put("email", email);
        signers.add(signer);
    }

    private static boolean blank(Map<String, String> signer) {
        return Typed.text(signer.get("name")).isBlank()
                && Typed.text(signer.get("email")).isBlank();
    }

    /** Takes a signer out. */
    public void removeSigner(int index) {
        signers.remove(index);
    }

    @Override
    public synchronized void save() {
        signers.removeIf(SigningEditPage::blank);
        super.save();
    }

    @Override
    protected SigningDocumentView load() {
        SigningDocumentView view = documents.find(id).orElseThrow(this::absent);
        if (!view.state().editable()) {
            throw new AppException(ErrorKind.CONFLICT, "NOT_A_DRAFT", texts.of("signing.isSent"));
        }
        return view;
    }

    @Override
    protected SigningDocumentView create(SigningDocumentDraft draft) {
        return documents.make(customerId, draft);
    }

    @Override
    protected SigningDocumentView change(SigningDocumentView before, SigningDocumentDraft draft) {
        return documents.change(id, before.version(), draft);
    }

    @Override
    protected SigningDocumentDraft draftOf(SigningDocumentView view) {
        return view.toDraft();
    }

    @Override
    protected List<FieldError> unreadable() {
        Typed typed = new Typed(texts);
        read(typed);
        return typed.errors();
    }

    @Override
    protected List<FieldError> against(SigningDocumentDraft draft) {
        try {
            documents.check(customerId, draft);
            return List.of();
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            return e.errors();
        }
    }

    @Override
    protected SigningDocumentDraft typed() {
        return read(new Typed(texts));
    }

    private SigningDocumentDraft read(Typed typed) {
        return new SigningDocumentDraft(
                Typed.text(values.get("name")),
                Typed.text(values.get("message")),
                signers.stream()
                        .map(signer -> new SignerDraft(
                                Optional.empty(), Typed.text(signer.get("name")), Typed.text(signer.get("email"))))
                        .toList(),
                Optional.of(Boolean.parseBoolean(values.get("inOrder"))),
                typed.date("expiresOn", Typed.text(values.get("expiresOn"))));
    }

    @Override
    protected void fill(SigningDocumentDraft draft) {
        values.put("name", draft.name());
        values.put("message", draft.message());
        values.put("inOrder", draft.inOrder().orElse(false).toString());
        values.put("expiresOn", draft.expiresOn().map(String::valueOf).orElse(""));
        signers.clear();
        draft.signers().forEach(signer -> add(signer.name(), signer.email()));
    }

    @Override
    protected String changedBy(SigningDocumentView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(SigningDocumentView view) {
        return new Saved(
                texts.of(isFresh() ? "signing.made" : "signing.saved", view.name()), "/document.xhtml?id=" + view.id());
    }

    private AppException absent() {
        return id == 0
                ? new AppException(
                        ErrorKind.ABSENT,
                        "CUSTOMER_NOT_FOUND",
                        texts.of("customer.notFound", Long.toString(customerId)))
                : new AppException(
                        ErrorKind.ABSENT, "DOCUMENT_NOT_FOUND", texts.of("signing.notFound", Long.toString(id)));
    }

    /** Key of the heading. */
    public String getHeading() {
        return id == 0 ? "signing.new" : "signing.edit";
    }

    /** Address that the form goes back to when nothing is saved. */
    public String getBack() {
        return id == 0 ? "/customer.xhtml?id=" + customerId + "&tab=documents" : "/document.xhtml?id=" + id;
    }

    /** What can be done with documents of the customer now. */
    public SigningAbility getAbility() {
        return ability.orElseThrow(this::absent);
    }

    /** What stands in the inputs, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What stands in the inputs of the signers, by name of the field. */
    public List<Map<String, String>> getSigners() {
        return signers;
    }

    /** Contacts who can be chosen. */
    public List<Choice> getPeople() {
        return people;
    }

    /** The contact that is chosen; empty for none. */
    public String getChosen() {
        return chosen;
    }

    /** Sets the contact that is chosen. */
    public void setChosen(String value) {
        chosen = Typed.text(value);
    }

    /** Display name of the customer. */
    public String getCustomerName() {
        return customerName;
    }

    /** Id of the document; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets the id of the document. */
    public void setId(long value) {
        id = value;
    }

    /** Id of the customer. */
    public long getCustomerId() {
        return customerId;
    }

    /** Sets the id of the customer. */
    public void setCustomerId(long value) {
        customerId = value;
    }
}
