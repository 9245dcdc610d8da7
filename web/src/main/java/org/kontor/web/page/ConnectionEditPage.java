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
import org.kontor.access.Permission;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.ConnectionView;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDetails;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorSettingView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.primefaces.PrimeFaces;

/** The form that sets up a connection of {@code connector}, or changes the connection {@code id}. */
@Named("connectionEditPage")
@ViewScoped
public class ConnectionEditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Connections connections;

    @Inject
    ConnectorRegistry registry;

    @Inject
    ShellPage shell;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private long id;
    private String connector = "";
    private String connectorName = "";
    private String name = "";
    private boolean enabled = true;
    private Optional<ConnectionView> stored = Optional.empty();
    private final List<Field> fields = new ArrayList<>();
    private final FieldErrors errors = new FieldErrors();
    private boolean done;

    /** Fetches the connection or its connector; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CONNECTOR);
        if (id != 0) {
            ConnectionView view = connections.find(id).orElseThrow(this::absent);
            stored = Optional.of(view);
            connector = view.connector();
            name = view.name();
            enabled = view.enabled();
        }
        ConnectorDetails details = registry.find(connector).orElseThrow(this::absent);
        connectorName = details.name();
        if (stored.isEmpty()) {
            name = details.name();
        }
        for (ConnectorSettingView setting : details.settings()) {
            fields.add(new Field("s" + fields.size(), setting, stored));
        }
    }

    /** Saves what was typed. Said twice, it saves once. */
    public synchronized void save() {
        errors.clear();
        if (done) {
            return;
        }
        try {
            if (stored.isPresent()) {
                connections.revise(id, stored.get().version(), draft());
            } else {
                connections.create(draft());
            }
            done = true;
            PrimeFaces.current().ajax().addCallbackParam("saved", true);
            notices.done(texts.of("connections.saved", name));
            notices.go("/connections.xhtml");
        } catch (AppException e) {
            if (e.kind() == ErrorKind.INVALID) {
                e.errors().forEach(this::show);
            } else {
                notices.refused(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Removes it with its secrets. */
    public synchronized void remove() {
        try {
            connections.delete(id, stored.map(ConnectionView::version).orElse(0L));
            notices.done(texts.of("connections.removed", name));
            notices.go("/connections.xhtml");
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        }
    }

    private void show(FieldError error) {
        String key = error.field().replaceFirst("^(settings|secrets)\\.", "");
        Optional<Field> field =
                fields.stream().filter(f -> f.setting.key().equals(key)).findFirst();
        String anchor = field.map(Field::getId).orElse(error.field());
        errors.add(
                anchor,
                field.map(Field::getLabel).orElseGet(() -> texts.of("connections.field." + anchor)),
                error.message());
    }

    private ConnectionDraft draft() {
        Map<String, String> settings = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (Field field : fields) {
            if (!field.value.isBlank()) {
                (field.isSecret() ? secrets : settings).put(field.setting.key(), field.value);
            }
        }
        return new ConnectionDraft(
                connector, name, stored.flatMap(ConnectionView::entityId), enabled, settings, secrets);
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
        private String value = "";

        Field(String id, ConnectorSettingView setting, Optional<ConnectionView> stored) {
            this.id = id;
            this.setting = setting;
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
            return setting.description()
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

    /** Settings with their inputs. */
    public List<Field> getFields() {
        return fields;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Whether a new one is set up. */
    public boolean isFresh() {
        return stored.isEmpty();
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

    /** Whether Kontor uses it. */
    public boolean isEnabled() {
        return enabled;
    }

    /** What was chosen. */
    public void setEnabled(boolean on) {
        enabled = on;
    }
}
