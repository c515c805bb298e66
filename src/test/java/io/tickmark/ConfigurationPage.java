package io.tickmark;

import static io.tickmark.GeneratedPage.cell;
import static io.tickmark.GeneratedPage.row;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Our own settings: the records of {@code @ConfigurationProperties}, told with their Javadoc. */
final class ConfigurationPage {

    private static final Map<String, String> KINDS = Map.of(
            "String", "text",
            "LocalDate", "date",
            "boolean", "true or false",
            "Boolean", "true or false",
            "int", "whole number",
            "DataSize", "size, such as `200MB`",
            "Duration", "time span, such as `PT30S`",
            "List<LocalDate>", "dates, with commas between them");

    private ConfigurationPage() {}

    static List<String> lines() throws IOException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> settings = new TreeMap<>();
        for (BeanDefinition found : scanner.findCandidateComponents("io.tickmark")) {
            Class<?> type = type(found.getBeanClassName());
            String source =
                    Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
            for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
                String setting = setting(type, parameter);
                settings.put(setting, line(setting, parameter, source));
            }
        }
        List<String> lines = new ArrayList<>(
                List.of(row("setting", "what it says", "kind", "default"), row("---", "---", "---", "---")));
        lines.addAll(settings.values());
        return lines;
    }

    private static Class<?> type(@org.jspecify.annotations.Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static String setting(Class<?> type, Parameter parameter) {
        return type.getAnnotation(ConfigurationProperties.class).value() + "."
                + words(parameter.getName()).replace(' ', '-');
    }

    private static String choice(Class<?> type) {
        return "one of "
                + Stream.of(type.getEnumConstants()).map(one -> "`" + one + "`").collect(Collectors.joining(", "));
    }

    private static String line(String setting, Parameter parameter, String source) {
        DefaultValue defaults = parameter.getAnnotation(DefaultValue.class);
        String value = defaults == null ? "" : String.join(",", defaults.value());
        String kind = parameter.getParameterizedType().getTypeName().replaceAll("[a-z]+\\.", "");
        return row(
                "`" + setting + "`",
                cell(description(parameter.getName(), source)),
                parameter.getType().isEnum() ? choice(parameter.getType()) : KINDS.getOrDefault(kind, kind),
                value.isEmpty() ? "none" : "`" + cell(value) + "`");
    }

    /** What the record's Javadoc says of this component; its own name in words where that says enough. */
    private static String description(String name, String source) {
        Matcher told = Pattern.compile("(?s)@param " + name + "\\s(.*?)(?=\\*\\s*@|\\*/)")
                .matcher(source);
        String text = told.find() ? told.group(1).replaceAll("(?m)^\\s*\\*", "") : words(name);
        String clean = text.replaceAll("\\{@\\w+ ([^}]+)}", "`$1`").strip();
        if (clean.startsWith("of ")) {
            clean = words(name) + " " + clean;
        }
        return Character.toUpperCase(clean.charAt(0)) + clean.substring(1);
    }

    private static String words(String camel) {
        return camel.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
