package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import io.tickmark.storage.NameAndType;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a file is what its name says: by its first bytes, and where those look like any archive, by all of it. */
@Component
@Order(2)
class TypeCheck implements FitnessCheck {

    private static final List<String> IN_CONTAINERS = List.of(
            "application/vnd.openxmlformats", "application/vnd.oasis", "application/vnd.ms-", "application/msword");

    @Override
    public List<Finding> look(Examined examined) {
        Document document = examined.document();
        if (document.stored().size() == 0) {
            return List.of();
        }
        String named = NameAndType.ofName(document.name());
        if (!NameAndType.agree(document.name(), document.contentType())) {
            return List.of(mismatch(named, document.contentType()));
        }
        Contents contents = examined.read();
        boolean container = IN_CONTAINERS.stream().anyMatch(named::startsWith);
        return contents != null && container && !NameAndType.agree(document.name(), contents.contentType())
                ? List.of(mismatch(named, contents.contentType()))
                : List.of();
    }

    private static Finding mismatch(String named, String found) {
        return Finding.warning(
                "type-does-not-match-name",
                "By its name this would be " + named + ", but by its content it is " + found + ".");
    }
}
