package io.tickmark.storage;

/**
 * What the store itself does to keep documents, as it was found when it was asked.
 *
 * @param kind what it is and where, without secrets: for an administrator
 * @param versioning whether each write is a version that can be read by its own name
 * @param objectLock whether it refuses to delete what is retained; where false, the application alone refuses
 */
public record Capabilities(String kind, boolean versioning, boolean objectLock) {

    /** In one plain sentence for each thing that an administrator should know. */
    public String inWords() {
        return kind + ". "
                + (versioning
                        ? "It keeps versions: what is written again does not replace what was read. "
                        : "It keeps no versions. ")
                + (objectLock
                        ? "It refuses itself to delete what is retained."
                        : "It cannot lock documents: the application alone refuses to delete what is retained, and"
                                + " whoever reaches the store past the application can.");
    }
}
