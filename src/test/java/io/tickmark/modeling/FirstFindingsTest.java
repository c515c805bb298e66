package io.tickmark.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.modelcheck.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstFindingsTest {

    @Test
    void fewAreToldAsTheyAreAndInTheirOrder() {
        List<Finding> few = List.of(Finding.warning("a.bpmn", "Odd"), error(1), Finding.warning("b.bpmn", "Odd too"));

        assertThat(FirstFindings.of(few)).isEqualTo(new FirstFindings(few, 0));
    }

    @Test
    void ofManyTheErrorsComeFirstAndTheRestIsCounted() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < FirstFindings.MOST; i++) {
            many.add(Finding.warning("a.bpmn", "Odd " + i));
        }
        many.add(error(1));
        many.add(error(2));

        FirstFindings first = FirstFindings.of(many);

        assertThat(first.more()).isEqualTo(2);
        assertThat(first.findings()).hasSize(FirstFindings.MOST).startsWith(error(1), error(2), many.get(0));
    }

    private static Finding error(int number) {
        return new Finding("z.bpmn", "Element_" + number, Severity.ERROR, "Wrong");
    }
}
