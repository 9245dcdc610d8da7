package org.kontor.cadence;

/** How the day of a to-do stands to today, in the time zone of the customer's company entity. */
public enum ToDoWhen {
    /** Its day has passed. */
    OVERDUE,
    /** It is to be done today. */
    TODAY,
    /** Its day will come. */
    LATER
}
