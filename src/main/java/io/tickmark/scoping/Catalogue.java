package io.tickmark.scoping;

import io.tickmark.engagement.Category;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The 61 trust services criteria (TSP 100), in their own order. */
@Component
class Catalogue {

    private static final String FILE = "catalogue/trust-services-criteria.csv";
    private static final Map<String, Category> CATEGORIES =
            Stream.of(Category.values()).collect(Collectors.toMap(Category::label, c -> c));

    private final Map<String, Criterion> criteria = new LinkedHashMap<>();

    Catalogue() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = new ClassPathResource(FILE).getInputStream();
                var rows = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> criteria.put(row.get("id"), criterion(row)));
        } catch (IOException broken) {
            throw new UncheckedIOException("The catalogue of criteria cannot be read", broken);
        }
    }

    private static Criterion criterion(CSVRecord row) {
        String name = row.get("category");
        Category category = name.startsWith("Security") ? Category.SECURITY : CATEGORIES.get(name);
        if (category == null) {
            throw new IllegalStateException("The catalogue names an unknown category: " + name);
        }
        return new Criterion(row.get("id"), category, row.get("series"), row.get("title"));
    }

    List<Criterion> all() {
        return List.copyOf(criteria.values());
    }

    /** A category brings all of its criteria; the common ones belong to Security, which every SOC 2 holds. */
    List<Criterion> of(Collection<Category> categories) {
        return criteria.values().stream()
                .filter(c -> categories.contains(c.category()))
                .toList();
    }

    Set<String> ids() {
        return Collections.unmodifiableSet(criteria.keySet());
    }

    boolean knows(String id) {
        return criteria.containsKey(id);
    }
}
