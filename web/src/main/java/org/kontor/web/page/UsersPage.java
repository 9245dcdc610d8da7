package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** The users, oldest first. */
@Named("usersPage")
@ViewScoped
public class UsersPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Users users;

    @Inject
    Texts texts;

    private Page<UserView> shown = new Page<>(List.of(), Optional.empty());

    /** Fetches the first ones; called once when the page is opened. */
    public void open() {
        shown = users.list(PageRequest.first());
    }

    /** Shows the next ones below those on the page. */
    public void next() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<UserView> next = users.list(new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Names in one line. */
    public String joined(List<String> names) {
        return String.join(", ", names);
    }

    /** When the user last signed in. */
    public String lastSignIn(UserView user) {
        return user.lastSignInAt().map(texts::moment).orElseGet(() -> texts.of("user.never"));
    }

    /** Users on the page. */
    public List<UserView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }
}
