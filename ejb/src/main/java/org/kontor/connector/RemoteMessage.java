package org.kontor.connector;

/** What a remote system says, made fit to be shown and kept. */
public final class RemoteMessage {

    private static final int LONGEST = 500;

    private RemoteMessage() {}

    /**
     * At most 500 characters of it.
     *
     * @param names what the remote system calls those it speaks of: nobody is told
     */
    public static String without(String message, String... names) {
        String clean = message;
        for (String name : names) {
            clean = clean.replace(name, "…");
        }
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
