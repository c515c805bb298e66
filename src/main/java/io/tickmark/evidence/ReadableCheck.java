package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import io.tickmark.extraction.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether anybody can read it: empty, locked, damaged, or nothing in it. */
@Component
@Order(1)
class ReadableCheck implements FitnessCheck {

    @Override
    public List<Finding> look(Examined examined) {
        if (examined.document().stored().size() == 0) {
            return List.of(Finding.warning("empty-file", "The file is empty: it has 0 bytes."));
        }
        Extraction extraction = examined.extraction();
        if (extraction == null || examined.document().state() == DocumentState.QUARANTINED) {
            return List.of();
        }
        String reason = Objects.requireNonNullElse(extraction.reason(), "");
        Contents contents = extraction.contents();
        return switch (extraction.outcome()) {
            case ENCRYPTED ->
                List.of(Finding.warning(
                        "encrypted",
                        "The file is protected by a password, so nobody can check or test it. Give it without one."));
            case DAMAGED ->
                List.of(Finding.warning(
                        "unreadable",
                        "The file cannot be read. " + reason + " Open it, save it again, and give what opens."));
            case UNKNOWN_KIND ->
                List.of(Finding.warning(
                        "unreadable",
                        reason + " If the auditor cannot open it either, export it as PDF, CSV or XLSX."));
            case TOO_MUCH, DIED ->
                List.of(Finding.warning(
                        "not-extracted",
                        "Nothing was read out of this file. " + reason
                                + " It is kept as it is; have it read again, or give it in another form."));
            case READ -> contents == null ? List.of() : inside(contents);
        };
    }

    private static List<Finding> inside(Contents contents) {
        List<Finding> found = new ArrayList<>();
        boolean table = !contents.sheets().isEmpty();
        if (table && contents.sheets().stream().allMatch(sheet -> sheet.rows() == 0)) {
            found.add(Finding.warning(
                    "nothing-in-it", "There is no row in this file: it has sheets, and nothing in them."));
        } else if (contents.text().isBlank() && contents.contentType().equals("application/pdf")) {
            found.add(Finding.info(
                    "no-text",
                    "There is no text in this PDF, as in a scan. Text in pictures is not read here: look whether"
                            + " system and day can be seen in it."));
        } else if (contents.text().isBlank() && contents.entryCount() == 0 && isForText(contents.contentType())) {
            found.add(Finding.warning("nothing-in-it", "There is nothing to read in this file: it has no text."));
        }
        if (contents.encrypted()) {
            found.add(Finding.info(
                    "restricted",
                    "The file is protected: it opens without a password, and restricts what may be done."));
        }
        if (contents.macros()) {
            found.add(Finding.warning(
                    "macros",
                    "The file carries macros, code that runs when it is opened. Nothing of it was run here. Give it"
                            + " without macros, as XLSX, DOCX or PDF."));
        }
        if (!contents.cut().isEmpty()) {
            found.add(Finding.info("read-in-part", String.join(" ", contents.cut())));
        }
        return found;
    }

    private static boolean isForText(String type) {
        return (type.startsWith("text/") && !type.equals("text/html"))
                || type.contains("officedocument")
                || type.contains("opendocument")
                || type.equals("application/msword")
                || type.equals("application/rtf");
    }
}
