package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.ConnectionView;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDetails;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorSettingView;
import org.kontor.connector.PullView;
import org.kontor.connector.Pulls;
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.CompanyEntityView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.wallet.VaultNotices;

/** The form that sets up a connection of {@code connector}, or changes the connection {@code id}. */
@Named("connectionEditPage")
@ViewScoped
public class ConnectionEditPage extends EditPage<ConnectionView, ConnectionDraft> {

    private static final long serialVersionUID = 1L;

    @Inject
    Connections connections;

    @Inject
    ConnectorRegistry registry;

    @Inject
    Pulls pulls;

    @Inject
    VaultNotices vaultNotices;

    @Inject
    CompanyEntities companyEntities;

    @Inject
    ShellPage shell;

    private long id;
    private String connector = "";
    private String connectorName = "";
    private String name = "";
    private Optional<Long> entityId = Optional.empty();
    private boolean enabled = true;
    private List<CompanyEntityView> entities = List.of();
    private final List<Field> fields = new ArrayList<>();
    private List<PullView> pulled = List.of();
    private String noticeAddress = "";
    private boolean noticeAddressWhole;

    /** Takes the class of its drafts. */
    public ConnectionEditPage() {
        super(ConnectionDraft.class);
    }

    /** Fetches the connection or its connector; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CONNECTOR);
        Optional<ConnectionView> present = id == 0 ? Optional.empty() : Optional.of(load());
        connector = present.map(ConnectionView::connector).orElse(connector);
        ConnectorDetails details = registry.find(connector).orElseThrow(this::absent);
        connectorName = details.name();
        name = connectorName;
        for (ConnectorSettingView setting : details.settings()) {
            fields.add(new Field("s" + fields.size(), setting, texts.say(setting.description()), present));
        }
        if (shell.may(Permission.READ_SETTINGS.wireName())) {
            entities = companyEntities.list();
        }
        if (present.isPresent()) {
            begin();
            pulled = pulls.of(id);
            vaultNotices.address(id, connector).ifPresent(address -> {
                noticeAddress = address.url().orElse(address.path());
                noticeAddressWhole = address.url().isPresent();
            });
        }
    }

    @Override
    protected ConnectionView load() {
        return connections.find(id).orElseThrow(this::absent);
    }

    @Override
    protected ConnectionView create(ConnectionDraft draft) {
        return connections.create(draft);
    }

    @Override
    protected ConnectionView change(ConnectionView seen, ConnectionDraft draft) {
        return connections.revise(id, seen.version(), draft);
    }

    @Override
    protected ConnectionDraft draftOf(ConnectionView view) {
        return view.toDraft();
    }

    @Override
    protected ConnectionDraft typed() {
        Map<String, String> settings = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (Field field : fields) {
            if (!field.value.isBlank()) {
                (field.isSecret() ? secrets : settings).put(field.setting.key(), field.value);
            }
        }
        return new ConnectionDraft(connector, name, entityId, enabled, settings, secrets);
    }

    @Override
    protected void fill(ConnectionDraft draft) {
        name = draft.name();
        entityId = draft.entityId();
        enabled = draft.enabled();
        fields.forEach(field -> field.value =
                (field.isSecret() ? draft.secrets() : draft.settings()).getOrDefault(field.setting.key(), ""));
    }

    @Override
    protected String changedBy(ConnectionView view) {
        return view.updatedBy();
    }

    @Override
    protected Saved saved(ConnectionView view) {
        return new Saved(texts.of("connections.saved", view.name()), "/connections.xhtml");
    }

    /** Removes it with its secrets. */
    public synchronized void remove() {
        try {
            connections.delete(id, stored().map(ConnectionView::version).orElse(0L));
            notices.done(texts.of("connections.removed", name));
            notices.go("/connections.xhtml");
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        }
    }

    /** Refusals name a setting by its key; here each has an input and a label of its own. */
    @Override
    protected void show(AppException refusal) {
        if (refusal.errors().isEmpty()) {
            super.show(refusal);
        }
        Map<String, Field> byKey = fields.stream().collect(Collectors.toMap(f -> f.setting.key(), f -> f));
        for (FieldError error : refusal.errors()) {
            Field field = byKey.get(error.field().replaceFirst("^(settings|secrets)\\.", ""));
            if (field == null) {
                getErrors().add(error.field(), error.message(), texts);
            } else {
                getErrors().add(field.getId(), field.getLabel(), texts.say(error.message()));
            }
        }
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "CONNECTION_NOT_FOUND", texts.of("connections.notFound"));
    }

    /** One setting with its input. */
    public static final class Field implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String id;
        private final ConnectorSettingView setting;
        private final boolean set;
        private final String description;
        private String value = "";

        Field(String id, ConnectorSettingView setting, String description, Optional<ConnectionView> stored) {
            this.id = id;
            this.setting = setting;
            this.description = description;
            this.set =
                    stored.filter(c -> c.secretsSet().contains(setting.key())).isPresent();
            value = stored.map(c -> c.settings().getOrDefault(setting.key(), ""))
                    .orElse("");
        }

        /** Id of the input. */
        public String getId() {
            return id;
        }

        /** Name of the setting. */
        public String getLabel() {
            return setting.key();
        }

        /** What it is for, and what holds when it is empty. */
        public String getHint() {
            return description
                    + setting.defaultValue().map(text -> " (" + text + ")").orElse("");
        }

        /** Whether it must be given. */
        public boolean isRequired() {
            return setting.required();
        }

        /** Whether it is write-only. */
        public boolean isSecret() {
            return setting.secret();
        }

        /** Whether a secret has a value already, which stays when nothing is typed. */
        public boolean isSet() {
            return set;
        }

        /** Values to choose from; empty for free text. */
        public List<String> getChoices() {
            return setting.type().equals("SWITCH") ? List.of("true", "false") : setting.choices();
        }

        /** What stands in the input. */
        public String getValue() {
            return value;
        }

        /** What was typed. */
        public void setValue(String text) {
            value = text == null ? "" : text;
        }
    }

    /** Pulls at once; {@code fromStart} reads everything again that the system still tells. */
    public void pull(boolean fromStart) {
        try {
            pulls.begin(id, fromStart);
            pulled = pulls.of(id);
            notices.done(texts.of("pull.begun"));
        } catch (AppException e) {
            show(e);
        }
    }

    /** Shows how far the pulls are now. */
    public void lookAgain() {
        pulled = pulls.of(id);
    }

    /** To where the vault sends its messages, as far as it is known; empty for a connector that takes none, and before it is saved. */
    public String getNoticeAddress() {
        return noticeAddress;
    }

    /** Whether that is the whole address. */
    public boolean isNoticeAddressWhole() {
        return noticeAddressWhole;
    }

    /** How far the pulls are; empty for a connection of which nothing is pulled. */
    public List<PullView> getPulled() {
        return pulled;
    }

    /** Settings with their inputs. */
    public List<Field> getFields() {
        return fields;
    }

    /** Name of the connector. */
    public String getConnectorName() {
        return connectorName;
    }

    /** Number of the connection; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** From the address. */
    public void setId(long number) {
        id = number;
    }

    /** Id of the connector. */
    public String getConnector() {
        return connector;
    }

    /** From the address. */
    public void setConnector(String text) {
        connector = text == null ? "" : text;
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** What was typed. */
    public void setName(String text) {
        name = text == null ? "" : text;
    }

    /** Company entities to choose from; empty for those who may not read them. */
    public List<CompanyEntityView> getEntities() {
        return entities;
    }

    /** The company entity that it serves; empty for all. */
    public String getEntity() {
        return entityId.map(String::valueOf).orElse("");
    }

    /** What was chosen. */
    public void setEntity(@Nullable String text) {
        entityId = text == null || text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
    }

    /** Whether Kontor uses it. */
    public boolean isEnabled() {
        return enabled;
    }

    /** What was chosen. */
    public void setEnabled(boolean on) {
        enabled = on;
    }
}
