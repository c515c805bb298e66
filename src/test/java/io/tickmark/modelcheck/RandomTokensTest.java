package io.tickmark.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the check accepts, no run breaks: small random processes are checked, and then run in every way that their
 * tokens can go, with joins that count tokens as the engine's do.
 */
class RandomTokensTest {

    /** More of them with {@code -Dtickmark.random.processes=20000}. */
    private static final int PROCESSES = Integer.getInteger("tickmark.random.processes", 800);

    private static final Map<String, InterlockMark> MARKS = Map.of(
            "a", InterlockMark.task("p", "a", "A"),
            "d", InterlockMark.task("p", "d", "D").decides("v", "go", "stop"),
            "b", InterlockMark.task("p", "b", "B"),
            "r", InterlockMark.task("p", "r", "R"));
    private static final List<InterlockRule> RULES = List.of(
            InterlockRule.of("p", "b", "", "a"),
            InterlockRule.of("p", "b", "", "a").since("r"),
            InterlockRule.of("p", "b", "", "a").since("b"),
            InterlockRule.of("p", "b", "", "d").since("r"),
            InterlockRule.of("p", "b", "", "a", "d").since("r"),
            InterlockRule.of("p", InterlockRule.END, "", "a"),
            InterlockRule.of("p", InterlockRule.END, "", "a").onlySince("r"));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void whatIsAcceptedNoRunBreaks(int which) {
        InterlockRule rule = RULES.get(which);
        Map<String, Integer> seen = new HashMap<>();
        for (int seed = 0; seed < PROCESSES; seed++) {
            RandomProcess process = RandomProcess.of(new Random(seed * 31L + which));
            boolean accepted = accepted(process.xml(), rule);
            String broken = new TokenRuns(process, rule).broken();
            seen.merge((accepted ? "accepted" : "refused") + (broken == null ? ", kept" : ", broken"), 1, Integer::sum);
            assertThat(accepted && broken != null)
                    .as("seed %d: %s%n%s", seed, broken, process.xml())
                    .isFalse();
        }
        // the check is worth something: it accepts much of what is right, and there is much that is wrong
        assertThat(seen.getOrDefault("accepted, kept", 0)).as("%s", seen).isGreaterThan(PROCESSES / 20);
        assertThat(seen.getOrDefault("refused, broken", 0)).as("%s", seen).isGreaterThan(PROCESSES / 20);
    }

    @Test
    void theRunsFindWhatIsBroken() {
        var process = new RandomProcess(
                List.of("start", "a", "b", "end"),
                Map.of(0, List.of(2), 2, List.of(3), 1, List.of(3)),
                Map.of(),
                Map.of());
        assertThat(new TokenRuns(process, RULES.get(0)).broken()).isEqualTo("b");
        assertThat(accepted(process.xml(), RULES.get(0))).isFalse();
    }

    private static boolean accepted(String xml, InterlockRule rule) {
        var document = EditedModels.document(xml.getBytes(StandardCharsets.UTF_8));
        Drawing drawing = Drawing.of("p.bpmn", document).get(0);
        TokenGraph graph = new TokenGraph(drawing, Map.of("p", drawing));
        List<MustPass.Gap> gaps = new ArrayList<>(new MustPass(graph, new Forks(graph), rule, MARKS).gaps());
        return gaps.isEmpty();
    }
}
