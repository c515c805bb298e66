package io.tickmark.extraction;

/** What a file carries beside what there is to read in it; nothing of it was run, fetched or followed. */
public enum Carried {
    /** Code that a browser would run, in a page or a drawing. */
    SCRIPT,
    /** It is a page or an archive as well as what it is told to be. */
    ANOTHER_KIND,
    /** An entity that is to be fetched from elsewhere. */
    OUTSIDE,
    /** Names in an archive that would lead out of the folder it is unpacked in, or hide what they are. */
    NAMES,
    /** Links in an archive, in place of files. */
    LINKS
}
