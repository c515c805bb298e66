package io.tickmark.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Whether a file of a ZIP needs a password: the parser passes over what it cannot open, and says nothing. */
final class LockedZip {

    private LockedZip() {}

    static boolean is(Path file) {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                if (entries.nextElement().getGeneralPurposeBit().usesEncryption()) {
                    return true;
                }
            }
        } catch (IOException | RuntimeException odd) {
            // what cannot be listed was judged by the parser
        }
        return false;
    }
}
