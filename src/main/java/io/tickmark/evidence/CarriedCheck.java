package io.tickmark.evidence;

import io.tickmark.extraction.Carried;
import io.tickmark.extraction.Contents;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What lies in a file beside what there is to read: nothing of it is run, fetched or followed here. */
@Component
@Order(9)
class CarriedCheck implements FitnessCheck {

    @Override
    public List<Finding> look(Examined examined) {
        Contents contents = examined.read();
        return contents == null
                ? List.of()
                : Arrays.stream(Carried.values())
                        .filter(contents.carried()::contains)
                        .map(what -> finding(what, contents.contentType()))
                        .toList();
    }

    private static Finding finding(Carried what, String type) {
        return switch (what) {
            case SCRIPT ->
                Finding.warning(
                        "script",
                        "The file carries script, code that a browser runs when it is opened. Nothing of it was run"
                                + " here. Give it as PDF or as a picture.");
            case ANOTHER_KIND ->
                Finding.warning(
                        "two-kinds",
                        "The file is " + type + " and, to other programs, a page or an archive as well: they do not"
                                + " agree on what it shows. Export it anew.");
            case OUTSIDE ->
                Finding.warning(
                        "refers-outside",
                        "The file takes a part of itself from elsewhere. It was not fetched, so that part is not in"
                                + " evidence. Export it with all that belongs to it.");
            case NAMES ->
                Finding.warning(
                        "names-lead-out",
                        "Names in this archive would put files outside of the folder that it is unpacked in, or hide"
                                + " what they are. Nothing was unpacked by them. Pack it anew with plain names.");
            case LINKS ->
                Finding.warning(
                        "links",
                        "The archive holds links in place of files. They were not followed, so what they point at did"
                                + " not come. Pack the files themselves.");
        };
    }
}
