package org.kontor.portal;

/**
 * Somebody who is signed in to the portal, for one request. Made by {@link PortalSignIn} from the token of the session alone, so that
 * whose records are shown is never taken from an address or a form.
 */
public final class PortalVisit {

    private final byte[] session;
    private final String formToken;
    private final Row row;

    /**
     * What the session leads to.
     *
     * @param accessId the access
     * @param contactId the contact
     * @param name of the contact
     * @param email address that signed in
     * @param customerId the customer
     * @param customer its display name
     * @param entityId its company entity
     * @param company name of that
     * @param chosen whether it is settled that this customer is meant
     */
    record Row(
            long accessId,
            long contactId,
            String name,
            String email,
            long customerId,
            String customer,
            long entityId,
            String company,
            boolean chosen) {}

    PortalVisit(byte[] session, String formToken, Row row) {
        this.session = session.clone();
        this.formToken = formToken;
        this.row = row;
    }

    /** What forms of this session send along, and another site cannot know. */
    public String formToken() {
        return formToken;
    }

    /** Whether a customer was chosen, or there is one alone. */
    public boolean chosen() {
        return row.chosen();
    }

    /** Name of the contact. */
    public String name() {
        return row.name();
    }

    /** The address that signed in. */
    public String email() {
        return row.email();
    }

    /** Display name of the customer. */
    public String customer() {
        return row.customer();
    }

    /** The company entity. */
    public String company() {
        return row.company();
    }

    byte[] session() {
        return session.clone();
    }

    Row row() {
        return row;
    }
}
