package io.tickmark.extraction;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reading found in a document. Counts, sizes and kinds were found by looking; title, author, dates, camera and mail
 * headers are what the file claims of itself, which anybody can write into it.
 *
 * @param contentType media type without parameters, told from the whole content
 * @param created as claimed; a time without a zone is taken for UTC
 * @param modified as claimed, like {@code created}
 * @param pages or slides, as counted by the parser or claimed by the file
 * @param sheets of a workbook in its order; a delimited text file is one sheet without a name
 * @param width in pixels, of a picture
 * @param height in pixels, of a picture
 * @param language ISO 639 code, guessed from the words; null where they are too few
 * @param captured when a camera says the picture was taken
 * @param mail headers of a mail in the order sent, among them date, from, to and subject
 * @param entryCount how many files an archive, or a mail with attachments, carries at the first level
 * @param entries the first of them, at most {@link #MOST_ENTRIES}; their names are data, never paths
 * @param encrypted whether it is protected by a password, also where it could be opened without
 * @param macros whether it carries code that an office program or a reader of PDFs would run
 * @param carried what it carries beside that, as far as a look at its bytes tells
 * @param cut sentences that say what was left out because of a limit
 * @param text what there is to read in it, possibly cut, never null
 */
public record Contents(
        String contentType,
        @Nullable String title,
        @Nullable String author,
        @Nullable Instant created,
        @Nullable Instant modified,
        @Nullable Integer pages,
        List<Sheet> sheets,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String language,
        @Nullable String camera,
        @Nullable Instant captured,
        List<Header> mail,
        int entryCount,
        List<Entry> entries,
        boolean encrypted,
        boolean macros,
        Set<Carried> carried,
        List<String> cut,
        String text) {

    /** The most entries of an archive that are named; the others are counted. */
    public static final int MOST_ENTRIES = 1000;

    /** The most sheets of a workbook that are named. */
    public static final int MOST_SHEETS = 500;

    /** The same, of a document that cannot be opened without its password. */
    Contents locked() {
        return with(true, carried);
    }

    Contents carrying(Set<Carried> found) {
        return with(encrypted, found);
    }

    private Contents with(boolean locked, Set<Carried> found) {
        return new Contents(
                contentType,
                title,
                author,
                created,
                modified,
                pages,
                sheets,
                width,
                height,
                language,
                camera,
                captured,
                mail,
                entryCount,
                entries,
                locked,
                macros,
                found,
                cut,
                text);
    }

    /** @param rows how many of its rows have something in them, a heading included */
    public record Sheet(String name, int rows) {}

    /** One header of a mail, its value as sent. */
    public record Header(String name, String text) {}

    /** @param size in bytes as the archive claims, or null where it does not say */
    public record Entry(String name, @Nullable Long size) {}
}
