package io.tickmark.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models that this version of the product brings with it. */
@Component
public class ShippedModels {

    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

    /** Each file's bytes by its name in a bundle, such as {@code processes/renewal.bpmn}. */
    public Map<String, byte[]> files() {
        var resolver = new PathMatchingResourcePatternResolver();
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (String pattern : PATTERNS) {
                String folder = pattern.substring("classpath*:".length(), pattern.indexOf('/') + 1);
                for (Resource resource : resolver.getResources(pattern)) {
                    files.put(folder + resource.getFilename(), resource.getContentAsByteArray());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The shipped models cannot be read", broken);
        }
        return files;
    }
}
