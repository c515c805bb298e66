package io.tickmark.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sets that are as large as they may be, drawn so that a careless look at them would never end. */
class LargeModelsTest {

    private static final String HEAD = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
            + " xmlns:bpmndi='http://www.omg.org/spec/BPMN/20100524/DI'"
            + " xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' id='D' targetNamespace='t'>";

    private static List<ModelFinding> findings(Map<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put("processes/" + name, text.getBytes(StandardCharsets.UTF_8)));
        return ModelCheck.findings(bytes, Origin.OWNER, OurWords.VOCABULARY);
    }

    @Test
    void aHeapOfShapesHasOneFindingForEach() {
        var text = new StringBuilder(HEAD + "<process id='heap'>");
        for (int i = 0; i < 1_600; i++) {
            text.append("<userTask id='t").append(i).append("'/>");
        }
        text.append("</process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane>");
        for (int i = 0; i < 1_600; i++) {
            text.append("<bpmndi:BPMNShape bpmnElement='t")
                    .append(i)
                    .append("'><dc:Bounds x='1' y='1' width='100' height='80'/></bpmndi:BPMNShape>");
        }
        text.append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>");
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(findings(Map.of("heap.bpmn", text.toString())))
                .filteredOn(finding -> finding.message().startsWith("It lies on"))
                .hasSize(1_599));
    }

    /** Drawn from its end to its start, and read in that order. */
    @Test
    void aLongChainDrawnBackwards() {
        var text = new StringBuilder(HEAD + "<process id='chain'><endEvent id='t0'/>");
        for (int i = 1; i < 2_400; i++) {
            text.append("<userTask id='t")
                    .append(i)
                    .append("'/><sequenceFlow id='f")
                    .append(i);
            text.append("' sourceRef='t")
                    .append(i)
                    .append("' targetRef='t")
                    .append(i - 1)
                    .append("'/>");
        }
        text.append(
                "<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t2399'/></process></definitions>");
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(findings(Map.of("chain.bpmn", text.toString())))
                .extracting(ModelFinding::message)
                .isNotEmpty()
                .doesNotContain("No way leads here from the start.", "No way leads from here to an end."));
    }
}
