package io.tickmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds docker-compose.yml to what it promises; starting it takes images that a build does not have. */
class ComposeTest {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Pattern SETTINGS = Pattern.compile("\\$\\{([A-Z_]+)");

    private final Map<String, Object> compose = read();

    @Test
    void itBringsTheApplicationItsDatabaseAndItsStoreInOrder() {
        assertThat(services()).containsOnlyKeys("tickmark", "mysql", "store");
        assertThat(service("tickmark").get("depends_on"))
                .isEqualTo(Map.of(
                        "mysql", Map.of("condition", "service_healthy"),
                        "store", Map.of("condition", "service_healthy")));
        assertThat(service("mysql").get("image")).isEqualTo("${TICKMARK_MYSQL_IMAGE:-mysql:8.4}");
    }

    @Test
    void everyServiceIsPinnedAndTellsItsHealthAndIsStartedAgain() {
        services().keySet().forEach(name -> {
            assertThat(service(name)).as(name).containsKeys("healthcheck", "image");
            assertThat(service(name).get("restart")).as(name).isEqualTo("unless-stopped");
            assertThat(String.valueOf(service(name).get("image")))
                    .as(name)
                    .contains(":")
                    .doesNotContain("latest");
        });
    }

    @Test
    void noSecretStandsInIt() {
        services().keySet().forEach(name -> environment(name).forEach((setting, value) -> {
            if (setting.matches(".*(PASSWORD|SECRET|KEY|USER)\\w*")
                    && !setting.matches(".*(RANDOM|_USERNAME|MYSQL_USER)\\w*")) {
                assertThat(value).as("%s of %s", setting, name).matches("\\$\\{[A-Z_]+:\\?.+}");
            }
        }));
    }

    @Test
    void whatIsKeptIsKeptInVolumes() {
        Object volumes = compose.get("volumes");
        assertThat(volumes).isInstanceOfSatisfying(Map.class, named -> assertThat(named.keySet())
                .isEqualTo(new TreeSet<>(List.of("database", "documents"))));
        assertThat(service("mysql").get("volumes")).isEqualTo(List.of("database:/var/lib/mysql"));
        assertThat(service("store").get("volumes")).isEqualTo(List.of("documents:/data"));
    }

    @Test
    void onlyTheApplicationIsReachedAndFromThisMachineAlone() {
        assertThat(service("mysql")).doesNotContainKey("ports");
        assertThat(service("store")).doesNotContainKey("ports");
        assertThat(String.valueOf(service("tickmark").get("ports"))).startsWith("[127.0.0.1:");
    }

    @Test
    void everyVariableIsExplained() throws IOException {
        var used = SETTINGS.matcher(Files.readString(FILE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).isNotEmpty();
        String page = Files.readString(Path.of("docs/configuration.md"));
        assertThat(used).allSatisfy(variable -> assertThat(page).contains("`" + variable + "`"));
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml().load(Files.readString(FILE));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> services() {
        return (Map<String, Object>) Objects.requireNonNull(compose.get("services"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> service(String name) {
        return (Map<String, Object>) Objects.requireNonNull(services().get(name));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> environment(String name) {
        return ((Map<String, Object>) service(name).getOrDefault("environment", Map.of()))
                .entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
