package org.kontor.web.portal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.portal.PortalAccount;
import org.kontor.portal.PortalEntry;
import org.kontor.portal.PortalFace;
import org.kontor.portal.PortalFile;
import org.kontor.portal.PortalOverview;
import org.kontor.portal.PortalPayment;
import org.kontor.portal.PortalVisit;
import org.kontor.shared.Page;

/** What a page of the portal shows, as {@code #{portal}}. */
public final class PortalScreen {

    private final String name;
    private final PortalFace face;
    private final Optional<PortalVisit> visit;
    private Optional<PortalOverview> overview = Optional.empty();
    private PortalPayment payment = new PortalPayment(List.of(), "", "", "");
    private Page<PortalEntry> history = new Page<>(List.of(), Optional.empty());
    private Page<PortalFile> files = new Page<>(List.of(), Optional.empty());
    private List<PortalAccount> accounts = List.of();
    private String email = "";
    private String token = "";
    private String notice = "";
    private String trouble = "";
    private long amount;
    private long most;

    PortalScreen(String name, PortalFace face, Optional<PortalVisit> visit) {
        this.name = name;
        this.face = face;
        this.visit = visit;
    }

    PortalScreen overview(PortalOverview value) {
        overview = Optional.of(value);
        return this;
    }

    PortalScreen payment(PortalPayment value) {
        payment = value;
        return this;
    }

    PortalScreen history(Page<PortalEntry> value) {
        history = value;
        return this;
    }

    PortalScreen files(Page<PortalFile> value) {
        files = value;
        return this;
    }

    /** The largest file that may be uploaded, in MB. */
    PortalScreen most(long value) {
        most = value;
        return this;
    }

    PortalScreen accounts(List<PortalAccount> value) {
        accounts = List.copyOf(value);
        return this;
    }

    PortalScreen email(String value) {
        email = value;
        return this;
    }

    PortalScreen token(String value) {
        token = value;
        return this;
    }

    /** Something went well: {@code portalPage.notice.} and this. */
    PortalScreen notice(String value) {
        notice = value;
        return this;
    }

    /** Something is to be done: {@code portalPage.trouble.} and this. */
    PortalScreen trouble(String value) {
        trouble = value;
        return this;
    }

    /** A number that a text takes. */
    PortalScreen amount(long value) {
        amount = value;
        return this;
    }

    /** Which page it is. */
    public String getName() {
        return name;
    }

    /** How the company presents itself. */
    public PortalFace getFace() {
        return face;
    }

    /** Who is signed in; null for nobody, as expressions know no Optional. */
    public @Nullable PortalVisit getVisit() {
        return visit.orElse(null);
    }

    /** Whether somebody is signed in, and it is settled whose records are shown. */
    public boolean isInside() {
        return visit.filter(PortalVisit::chosen).isPresent();
    }

    /** What is owed; null where it is not shown. */
    public @Nullable PortalOverview getOverview() {
        return overview.orElse(null);
    }

    /** How may be paid. */
    public PortalPayment getPayment() {
        return payment;
    }

    /** What was charged and paid. */
    public List<PortalEntry> getEntries() {
        return history.items();
    }

    /** Files that are shared. */
    public List<PortalFile> getFiles() {
        return files.items();
    }

    /** Where the files go on; empty at their end. */
    public String getNextFiles() {
        return files.nextCursor().orElse("");
    }

    /** Where the history goes on; empty at its end. */
    public String getNext() {
        return history.nextCursor().orElse("");
    }

    /** Whose records can be chosen. */
    public List<PortalAccount> getAccounts() {
        return accounts;
    }

    /** E-mail address, as typed or as invited. */
    public String getEmail() {
        return email;
    }

    /** What the link of an invitation carries. */
    public String getToken() {
        return token;
    }

    /** What went well; empty for nothing. */
    public String getNotice() {
        return notice;
    }

    /** What is to be done; empty for nothing. */
    public String getTrouble() {
        return trouble;
    }

    /** A number that a text takes. */
    public long getAmount() {
        return amount;
    }

    /** The largest file that may be uploaded, in MB. */
    public long getMost() {
        return most;
    }
}
