package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.PasswordResets;
import org.kontor.access.Permission;
import org.kontor.access.RoleView;
import org.kontor.access.Roles;
import org.kontor.access.TwoFactor;
import org.kontor.access.UserDraft;
import org.kontor.access.UserGroupView;
import org.kontor.access.UserGroups;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFields;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.PageRequest;

/** One user, or the form for a new one, who gets a password that is good once. */
@Named("userPage")
@ViewScoped
public class UserPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Users users;

    @Inject
    CustomFields fields;

    @Inject
    TwoFactor codes;

    @Inject
    PasswordResets resets;

    @Inject
    Roles directory;

    @Inject
    UserGroups allGroups;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    private long id;
    private long version;
    private String login = "";
    private String displayName = "";
    private String email = "";
    private List<String> roles = List.of();
    private boolean active = true;
    private final CustomForm custom = new CustomForm();
    private boolean twoFactor;
    private boolean reachable;
    private String oneTime = "";
    private List<String> groups = List.of();
    private List<RoleView> offered = List.of();
    private List<UserGroupView> offeredGroups = List.of();
    private final FieldErrors errors = new FieldErrors();

    /** Fetches the user and the roles; called once when the page is opened. */
    public void open() {
        custom.offer(fields.of(CustomFieldOwner.EMPLOYEE), texts.locale());
        offered = directory
                .list(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items();
        offeredGroups = allGroups
                .list(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                .items();
        if (id == 0) {
            shell.require(Permission.WRITE_USER);
        } else {
            fill(users.find(id).orElseThrow(this::absent));
        }
    }

    /** Saves what was typed; a new user gets a password that is good once. */
    public synchronized void save() {
        errors.clear();
        if (!custom.unreadable(texts).isEmpty()) {
            errors.show(custom.unreadable(texts), texts);
            return;
        }
        try {
            if (id == 0) {
                fill(users.create(typed()));
                newPassword();
            } else {
                fill(users.revise(id, version, typed()));
                notices.done(texts.of("user.saved"));
            }
        } catch (AppException e) {
            errors.showOrThrow(e, texts);
        }
    }

    private UserDraft typed() {
        return new UserDraft(
                login, displayName, email, Optional.of(active), roles, groups, Optional.empty(), custom.given());
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        List<FieldError> wrong = new ArrayList<>(custom.unreadable(texts));
        wrong.addAll(typed().wrong());
        return FieldErrors.entries(wrong, texts);
    }

    /** Gives the user a password that is good once, and shows it this once. */
    public void newPassword() {
        oneTime = users.oneTimePassword(id).password();
        fill(users.find(id).orElseThrow(this::absent));
        notices.done(texts.of("user.saved"));
    }

    /** Sends the user a link for a new password. */
    public void sendReset() {
        try {
            resets.send(id, texts.getLanguage().equals("de") ? "de" : "en");
            notices.done(texts.of("user.resetSent", email));
        } catch (AppException e) {
            errors.show(e, texts, notices);
        }
    }

    /** Whether a link for a new password can be sent to this user, as saved. */
    public boolean isResetOffered() {
        return reachable;
    }

    /** Lets the user sign in without codes, who lost the device. */
    public void resetTwoFactor() {
        try {
            fill(codes.reset(id));
            notices.done(texts.of("user.twoFactorReset"));
        } catch (AppException e) {
            errors.show(e, texts, notices);
        }
    }

    /** Whether the user signs in with codes. */
    public boolean isTwoFactor() {
        return twoFactor;
    }

    private void fill(UserView view) {
        id = view.id();
        version = view.version();
        login = view.login();
        displayName = view.displayName();
        email = view.email();
        custom.fill(view.toDraft().customFields());
        roles = view.roles();
        groups = view.groups();
        active = view.active();
        twoFactor = view.twoFactor();
        reachable = view.active() && !view.email().isEmpty() && resets.offered();
    }

    private AppException absent() {
        return new AppException(ErrorKind.ABSENT, "USER_NOT_FOUND", texts.of("user.notFound", Long.toString(id)));
    }

    /** Whether a new user is made. */
    public boolean isFresh() {
        return id == 0;
    }

    /** The password that is good once, right after it was made; empty text else. */
    public String getOneTime() {
        return oneTime;
    }

    /** Roles to choose from. */
    public List<RoleView> getOffered() {
        return offered;
    }

    /** Inputs of custom fields. */
    public CustomForm getCustom() {
        return custom;
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Id of the user; 0 for a new one. */
    public long getId() {
        return id;
    }

    /** Sets: id of the user; 0 for a new one. */
    public void setId(long value) {
        id = value;
    }

    /** User name. */
    public String getLogin() {
        return login;
    }

    /** Sets: user name. */
    public void setLogin(@Nullable String value) {
        login = value == null ? "" : value;
    }

    /** How others see the user. */
    public String getDisplayName() {
        return displayName;
    }

    /** Sets: how others see the user. */
    public void setDisplayName(@Nullable String value) {
        displayName = value == null ? "" : value;
    }

    /** E-mail address. */
    public String getEmail() {
        return email;
    }

    /** Sets: e-mail address. */
    public void setEmail(@Nullable String value) {
        email = value == null ? "" : value;
    }

    /** Chosen roles. */
    public List<String> getRoles() {
        return roles;
    }

    /** Sets: chosen roles. */
    public void setRoles(List<String> value) {
        roles = List.copyOf(value);
    }

    /** User groups to choose from. */
    public List<UserGroupView> getOfferedGroups() {
        return offeredGroups;
    }

    /** Names of the chosen groups. */
    public List<String> getGroups() {
        return groups;
    }

    /** Sets: names of the chosen groups. */
    public void setGroups(List<String> value) {
        groups = List.copyOf(value);
    }

    /** Whether the user may sign in. */
    public boolean isActive() {
        return active;
    }

    /** Sets: whether the user may sign in. */
    public void setActive(boolean value) {
        active = value;
    }
}
