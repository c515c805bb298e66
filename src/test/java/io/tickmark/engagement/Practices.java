package io.tickmark.engagement;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Practice as it is configured. */
public final class Practices {

    private Practices() {}

    /** With nothing configured. */
    public static Practice usual() {
        return with(Map.of());
    }

    /** @param settings by their names behind {@code tickmark.practice.} */
    public static Practice with(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("tickmark.practice." + name, value));
        return new Binder(source).bindOrCreate("tickmark.practice", Practice.class);
    }
}
