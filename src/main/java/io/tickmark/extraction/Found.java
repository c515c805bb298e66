package io.tickmark.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TIFF;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.EmptyParser;
import org.jspecify.annotations.Nullable;

/** Makes one form of the many in which parsers tell what they found. */
final class Found {

    private static final int LONGEST = 1000;
    private static final Instant FIRST = LocalDate.of(1900, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST = LocalDate.of(2200, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private Found() {}

    static boolean isOfNoKnownKind(Metadata metadata) {
        return List.of(metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY)).contains(EmptyParser.class.getName());
    }

    static Contents in(Metadata metadata, Gathered gathered, Embedded embedded) {
        String type = type(metadata);
        String text = gathered.text();
        List<String> cut = new ArrayList<>(embedded.cut());
        if (gathered.cut()) {
            cut.add("Only the first " + text.length() + " characters of its text were kept.");
        }
        boolean mail = type.equals("message/rfc822") || type.equals("application/vnd.ms-outlook");
        boolean picture = type.startsWith("image/") && !type.equals("image/svg+xml");
        return new Contents(
                type,
                text(metadata, TikaCoreProperties.TITLE),
                text(metadata, TikaCoreProperties.CREATOR),
                date(metadata, TikaCoreProperties.CREATED),
                date(metadata, TikaCoreProperties.MODIFIED),
                pages(metadata, gathered),
                isTable(type) ? List.copyOf(gathered.sheets()) : List.of(),
                picture ? count(metadata, TIFF.IMAGE_WIDTH.getName()) : null,
                picture ? count(metadata, TIFF.IMAGE_LENGTH.getName()) : null,
                Language.of(text),
                camera(metadata),
                picture ? date(metadata, TIFF.ORIGINAL_DATE) : null,
                mail ? headers(metadata) : List.of(),
                embedded.count(),
                List.copyOf(embedded.entries()),
                "true".equals(metadata.get("pdf:encrypted")),
                embedded.macros() || type.toLowerCase(Locale.ROOT).contains("macroenabled"),
                Set.of(),
                List.copyOf(cut),
                text);
    }

    private static String type(Metadata metadata) {
        MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
        return type == null ? "application/octet-stream" : type.getBaseType().toString();
    }

    private static boolean isTable(String type) {
        return Set.of("text/csv", "text/tsv", "text/tab-separated-values").contains(type)
                || type.contains("spreadsheet")
                || type.contains("ms-excel");
    }

    private static @Nullable Integer pages(Metadata metadata, Gathered gathered) {
        for (String name :
                List.of(PagedText.N_PAGES.getName(), Office.PAGE_COUNT.getName(), Office.SLIDE_COUNT.getName())) {
            Integer pages = count(metadata, name);
            if (pages != null) {
                return pages;
            }
        }
        return gathered.slides() == 0 ? null : gathered.slides();
    }

    private static @Nullable Integer count(Metadata metadata, String name) {
        String number = metadata.get(name);
        try {
            return number == null ? null : Integer.valueOf(number.strip());
        } catch (NumberFormatException odd) {
            return null;
        }
    }

    private static @Nullable Instant date(Metadata metadata, Property property) {
        Date date = metadata.getDate(property);
        if (date == null) {
            return null;
        }
        Instant claimed = date.toInstant().truncatedTo(ChronoUnit.SECONDS);
        // what no database of ours can keep is no date at all
        return claimed.isBefore(FIRST) || claimed.isAfter(LAST) ? null : claimed;
    }

    private static @Nullable String camera(Metadata metadata) {
        String make = metadata.get(TIFF.EQUIPMENT_MAKE);
        String model = metadata.get(TIFF.EQUIPMENT_MODEL);
        String camera = ((make == null ? "" : make) + " " + (model == null ? "" : model)).strip();
        return camera.isEmpty() ? null : clean(camera);
    }

    private static List<Contents.Header> headers(Metadata metadata) {
        List<Contents.Header> headers = new ArrayList<>();
        Instant sent = date(metadata, TikaCoreProperties.CREATED);
        if (sent != null) {
            headers.add(new Contents.Header("date", sent.toString()));
        }
        add(headers, "from", metadata.getValues(Message.MESSAGE_FROM));
        add(headers, "to", metadata.getValues(Message.MESSAGE_TO));
        add(headers, "cc", metadata.getValues(Message.MESSAGE_CC));
        add(headers, "subject", new String[] {
            Objects.requireNonNullElse(text(metadata, TikaCoreProperties.TITLE, TikaCoreProperties.SUBJECT), "")
        });
        return headers;
    }

    private static void add(List<Contents.Header> headers, String name, String[] found) {
        for (int i = 0; i < Math.min(found.length, 50); i++) {
            headers.add(new Contents.Header(name, clean(found[i])));
        }
    }

    private static @Nullable String text(Metadata metadata, Property... properties) {
        for (Property property : properties) {
            String[] found = metadata.getValues(property);
            if (found.length > 0 && !found[0].isBlank()) {
                return clean(String.join(", ", found));
            }
        }
        return null;
    }

    /** One line of bounded length. */
    private static String clean(String claimed) {
        String line = claimed.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
