package io.tickmark.scoping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tickmark.kernel.Refusal;
import io.tickmark.kernel.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class ControlListTest {

    private static final String HEADING = "id,title,description,criteria,frequency,nature,evidence_requests\n";
    private static final String GOOD = "ORG-01,Conduct,All sign.,CC1.1;CC1.5,per_event,preventive/manual,";

    private final ControlList list = new ControlList(new Catalogue());

    @Test
    void theSampleListIsReadWholeAndCoversEveryCriterion() throws IOException {
        List<ControlLine> controls = good(new ClassPathResource("sample-controls.csv").getContentAsByteArray());
        assertThat(controls).hasSize(81);
        assertThat(controls.stream().mapToInt(c -> c.evidence().size()).sum()).isEqualTo(182);
        assertThat(controls.stream().flatMap(c -> c.criteria().stream()).distinct())
                .hasSize(61);
    }

    @Test
    void aByteOrderMarkQuotesLineBreaksAndEmojiAreTaken() {
        String text = "\ufeff" + HEADING
                + "A-1,\"Keys 🔑, and \"\"locks\"\"\",\"First line\r\nsecond\",cc6.1 ; CC6.2,DAILY,detective/manual,"
                + "pop list; SMP one item 🎉\r\n";
        ControlLine control = good(text.getBytes(StandardCharsets.UTF_8)).get(0);
        assertThat(control.title()).isEqualTo("Keys 🔑, and \"locks\"");
        assertThat(control.description()).isEqualTo("First line second");
        assertThat(control.criteria()).containsExactly("CC6.1", "CC6.2");
        assertThat(control.frequency()).isEqualTo("daily");
        assertThat(control.evidence())
                .containsExactly(
                        new PlannedEvidence(EvidenceKind.POPULATION, "list"),
                        new PlannedEvidence(EvidenceKind.SAMPLE, "one item 🎉"));
    }

    @Test
    void columnsAreFoundByTheirHeadingInAnyOrder() {
        String text = "owner,nature,frequency,criteria,description,title,ID,Evidence_Requests\n"
                + "ann,preventive/manual,annual,CC1.1,d,t,X-1,DOC policy\n";
        assertThat(good(text.getBytes(StandardCharsets.UTF_8)).get(0).reference())
                .isEqualTo("X-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "bad id!,t,d,CC1.1,daily,preventive/manual,|id",
                ",t,d,CC1.1,daily,preventive/manual,|id",
                "org-01,t,d,CC1.1,daily,preventive/manual,|id",
                "A-1,,d,CC1.1,daily,preventive/manual,|title",
                "A-1,t,,CC1.1,daily,preventive/manual,|description",
                "A-1,t,d,CC8.2,daily,preventive/manual,|criteria",
                "A-1,t,d,,daily,preventive/manual,|criteria",
                "A-1,t,d,CC1.1,hourly,preventive/manual,|frequency",
                "A-1,t,d,CC1.1,daily,preventive,|nature",
                "A-1,t,d,CC1.1,daily,preventive/manual,XYZ list|evidence_requests",
                "A-1,t,d,CC1.1,daily,preventive/manual,POP|evidence_requests",
                "A-1,t,d,CC1.1,daily,preventive/manual,SMP item;POP list|evidence_requests",
                "A-1,t,d,CC1.1,daily|columns",
            })
    void aBadLineIsRefusedAtItsColumn(String line, String column) {
        List<ReadLine> lines = list.read((HEADING + GOOD + "\n\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).refusals()).isEmpty();
        assertThat(lines.get(1).control()).isNull();
        assertThat(lines.get(1).refusals()).extracting(Refusal::field).containsExactly("line 4: " + column);
    }

    @Test
    void everyRefusalOfEveryBadLineIsTold() {
        List<ReadLine> lines =
                list.read((HEADING + "A-1,t,d,CC1.1,hourly,wrong,\n" + GOOD + "\nA-1,t,d,XX,daily,preventive/manual,\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(lines.stream().flatMap(l -> l.refusals().stream()).map(Refusal::field))
                .containsExactly("line 2: frequency", "line 2: nature", "line 4: id", "line 4: criteria");
    }

    @ParameterizedTest
    @CsvSource({"'',file", "'id,title\n',line 1: description", "'id;title;description\nA;B;C\n',line 1: id"})
    void whatHasNotOurColumnsIsRefused(String text, String field) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> list.read(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::field)
                        .contains(field));
    }

    @Test
    void aHeadingAloneIsNoList() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> list.read(HEADING.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("no control");
    }

    @Test
    void anOpenQuoteIsRefusedAtTheLineWhereItStarts() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> list.read((HEADING + GOOD + "\nA-1,\"open,d\n").getBytes(StandardCharsets.UTF_8)))
                .satisfies(
                        refused -> assertThat(refused.refusals().get(0).field()).isEqualTo("line 3: quotes"));
    }

    @Test
    void anotherCharsetIsRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> list.read((HEADING + "A-1,Prüfung,").getBytes(StandardCharsets.ISO_8859_1)))
                .withMessageContaining("UTF-8");
    }

    private List<ControlLine> good(byte[] file) {
        List<ReadLine> lines = list.read(file);
        assertThat(lines).allSatisfy(line -> assertThat(line.refusals()).isEmpty());
        return lines.stream().map(ReadLine::control).filter(Objects::nonNull).toList();
    }
}
