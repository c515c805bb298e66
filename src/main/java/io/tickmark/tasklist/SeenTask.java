package io.tickmark.tasklist;

/**
 * A row of the inbox with what one person is to it.
 *
 * @param does whether he may do it: holds its role, and nobody else has it
 * @param oversees whether he leads those who may
 */
record SeenTask(InboxTask task, boolean does, boolean oversees) {

    /** Whether the task exists for this person at all. */
    boolean visible() {
        return does || oversees;
    }
}
