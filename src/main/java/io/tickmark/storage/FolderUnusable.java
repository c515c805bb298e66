package io.tickmark.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The documents folder cannot be created or written. Its message is all that an administrator needs to read. */
final class FolderUnusable extends StoreUnusable {

    private static final long serialVersionUID = 1L;

    FolderUnusable(Path folder, IOException cause) {
        super(sentence(folder, cause), cause);
    }

    static String sentence(Path folder, IOException cause) {
        return "Documents cannot be kept in " + folder + " (" + why(cause)
                + "): let the account that runs Tickmark write there, or set tickmark.documents.folder to a folder"
                + " where it may.";
    }

    private static String why(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file stands where the folder should";
        }
        if (cause instanceof NoSuchFileException) {
            return "the folder is gone";
        }
        @Nullable String said = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return said == null ? cause.getClass().getSimpleName() : said;
    }
}
