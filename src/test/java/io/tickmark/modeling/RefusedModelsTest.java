package io.tickmark.modeling;

import static io.tickmark.modeling.ModelOwners.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tickmark.Caller.Reply;
import io.tickmark.TickmarkTest;
import io.tickmark.identity.People;
import io.tickmark.modeling.ModelOwners.Form;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.ShippedModels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Bad sets of models: each is refused with a sentence, and nothing that is live or waits is touched. */
@TickmarkTest
class RefusedModelsTest {

    private static final String TASK = "<bpmn:userTask id=\"UserTask_Decide%1$d\" name=\"Decide %1$d\""
            + " camunda:formRef=\"decide-renewal\" camunda:formRefBinding=\"deployment\""
            + " camunda:candidateGroups=\"audit-manager\" camunda:dueDate=\"P5D\"/>";

    private final ModelOwners owners;
    private final Bundles bundles;

    private String liveBefore = "";
    private Map<String, Integer> filesBefore = Map.of();
    private String releasesBefore = "";

    RefusedModelsTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Bundles bundles,
            @Autowired ShippedModels shipped) {
        this.owners = new ModelOwners(port, people, bundles, shipped);
        this.bundles = bundles;
    }

    @BeforeEach
    void remember() {
        liveBefore = bundles.live();
        filesBefore = owners.files();
        releasesBefore = owners.owner.get("/api/releases").body();
    }

    @AfterEach
    void nothingWasTouched() {
        assertThat(bundles.live()).isEqualTo(liveBefore);
        assertThat(owners.files()).isEqualTo(filesBefore);
        assertThat(owners.owner.get("/api/releases").body()).isEqualTo(releasesBefore);
    }

    @Test
    void aSetWithNothingInIt() {
        refusedAt(form(), "file", "empty");
        refusedAt(form().field("note", "Only words"), "file", "empty");
        refusedAt(form().file("renewal.bpmn", ""), "file", "renewal.bpmn is empty");
    }

    @Test
    void whatIsNoModel() {
        refusedAt(form().file("run.sh", "rm"), "file", ".bpmn, .dmn or .form");
        refusedAt(form().file("case.cmmn", "<x/>"), "file", ".bpmn, .dmn or .form");
        refusedAt(form().file("renewal.BPMN", "<x/>"), "file", ".bpmn, .dmn or .form");
        refusedAt(form().file("x".repeat(300) + ".bpmn", "<x/>"), "file", "101");
    }

    @Test
    void aNameThatIsAPath() {
        for (String path : new String[] {"../renewal.bpmn", "/etc/renewal.bpmn", "..\\\\renewal.bpmn", "a/b.form"}) {
            refusedAt(form().file(path, "<x/>"), "file", "is a path");
        }
        refusedAt(form().field("remove", "../renewal.bpmn"), "remove", "is a path");
        refusedAt(form().file(".form", "{}"), "file", "cannot be a model's name");
    }

    @Test
    void theSameFileTwice() {
        refusedAt(form().file("renewal.bpmn", "<a/>").file("renewal.bpmn", "<b/>"), "file", "twice");
        refusedAt(form().file("renewal.bpmn", "<a/>").file("Renewal.bpmn", "<b/>"), "file", "twice");
        refusedAt(form().file("Renewal.bpmn", "<a/>"), "file", "only in capitals");
        refusedAt(form().file("renewal.bpmn", "<a/>").field("remove", "renewal.bpmn"), "remove", "at once");
    }

    @Test
    void aFileToTakeOutThatIsNotThere() {
        refusedAt(form().field("remove", "nothing.bpmn"), "remove", "no model nothing.bpmn");
        refusedAt(form().field("remove", "evidence-request.bpmn"), "remove", "cannot be taken out");
        refusedAt(form().field("release", "17"), "release", "no release");
        assertThat(form().field("release", "00000000-0000-0000-0000-000000000000")
                        .to(owners.owner, "/api/models")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPartOfAnotherNameAndABodyOfAnotherType() {
        assertThat(form().part("files", "renewal.bpmn", new byte[] {1})
                        .to(owners.owner, "/api/models")
                        .status())
                .isEqualTo(400);
        assertThat(owners.owner.post("/api/models", "{}").status()).isEqualTo(415);
        assertThat(owners.owner.post("/api/models/check", "{}").status()).isEqualTo(415);
    }

    @Test
    void aModelOfMoreThanTenMegabytes() {
        byte[] big = new byte[10_000_001];
        Arrays.fill(big, (byte) ' ');
        Reply reply = form().file("renewal.bpmn", big).to(owners.owner, "/api/models");
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body()).contains("renewal.bpmn is larger than the 10 MB");

        byte[] fits = Arrays.copyOf(big, 9_000_000);
        Reply together = form().file("a.bpmn", fits)
                .file("b.bpmn", fits)
                .file("c.bpmn", fits)
                .to(owners.owner, "/api/models");
        assertThat(together.status()).isEqualTo(413);
        byte[] huge = new byte[33 << 20];
        assertThat(form().file("renewal.bpmn", huge)
                        .to(owners.owner, "/api/models")
                        .status())
                .isEqualTo(413);
        hasFindings(form().file("renewal.bpmn", fits), "renewal.bpmn");
    }

    /** Large, and nothing else: both are looked at, and soon. */
    @Test
    void whatIsMerelyLargeIsTaken() {
        byte[] model = owners.live("renewal.bpmn").getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(model, 9_900_000);
        Arrays.fill(padded, model.length, padded.length, (byte) ' ');
        assertTimeout(Duration.ofSeconds(60), () -> isDeployable(form().file("renewal.bpmn", padded)));
        byte[] many = process("many-steps", chain(2_300)).getBytes(StandardCharsets.UTF_8);
        assertTimeout(Duration.ofSeconds(60), () -> isDeployable(form().file("many-steps.bpmn", many)));
    }

    private void isDeployable(Form form) {
        Reply checked = form.to(owners.owner, "/api/models/check");
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        assertThat(checked.json().path("deployable").asBoolean())
                .as(checked.body())
                .isTrue();
    }

    private static String chain(int tasks) {
        String last = "StartEvent_Begun";
        var steps =
                new StringBuilder("<bpmn:startEvent id=\"StartEvent_Begun\"/><bpmn:endEvent id=\"EndEvent_Done\"/>");
        for (int i = 0; i < tasks; i++) {
            String next = "UserTask_Decide" + i;
            steps.append(TASK.formatted(i).replace("decide-renewal", "plan-milestones"))
                    .append(flow(last, next));
            last = next;
        }
        return steps.append(flow(last, "EndEvent_Done")).toString();
    }

    private static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"Flow_" + from + "_" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to
                + "\"/>";
    }

    @Test
    void moreThanFiveThousandElements() {
        String tasks = IntStream.range(0, 5_001).mapToObj(TASK::formatted).collect(Collectors.joining());
        hasFindings(form().file("many-steps.bpmn", process("many-steps", tasks)), "many-steps.bpmn");
    }

    @Test
    void callActivitiesThatCallEachOther() {
        Form form = form().file("ring-one.bpmn", calling("ring-one", "ring-two"))
                .file("ring-two.bpmn", calling("ring-two", "ring-one"));
        hasFindings(form, "ring-one.bpmn");
        hasFindings(form().file("ring.bpmn", calling("ring", "ring")), "ring.bpmn");
    }

    @Test
    void formsInFormsWithoutEnd() {
        String deep = "{\"type\":\"group\",\"components\":[".repeat(3_000) + "]}".repeat(3_000);
        hasFindings(
                form().file("deep.form", "{\"id\":\"deep\",\"type\":\"default\",\"components\":[" + deep + "]}"),
                "deep.form");
    }

    @Test
    void billionLaughsAndOtherDoctypes() {
        String laughs = "<!DOCTYPE bpmn [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String model = owners.live("renewal.bpmn").replaceFirst("(<\\?xml[^>]*\\?>)", "$1" + laughs);
        hasFindings(form().file("renewal.bpmn", model), "renewal.bpmn");
        String fetching = owners.live("renewal.bpmn")
                .replaceFirst("(<\\?xml[^>]*\\?>)", "$1<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">");
        hasFindings(form().file("renewal.bpmn", fetching), "renewal.bpmn");
    }

    @Test
    void whatIsNoXmlAndNoJson() {
        hasFindings(form().file("renewal.bpmn", "Not a model"), "renewal.bpmn");
        hasFindings(form().file("opinion.dmn", "{}"), "opinion.dmn");
        hasFindings(form().file("decide-renewal.form", "<x/>"), "decide-renewal.form");
    }

    @Test
    void anExpressionThatCallsAMethod() {
        String model = owners.changed("renewal.bpmn", "${", "${''.getClass().forName('java.lang.Runtime')}${");
        hasFindings(form().file("renewal.bpmn", model), "renewal.bpmn");
    }

    private void refusedAt(Form form, String field, String sentence) {
        for (String path : new String[] {"/api/models", "/api/models/check"}) {
            Reply reply = form.to(owners.owner, path);
            assertThat(reply.status()).as(reply.body()).isEqualTo(422);
            JsonNode error = reply.json().path("errors").get(0);
            assertThat(error.path("field").asString()).isEqualTo(field);
            assertThat(error.path("message").asString()).contains(sentence);
        }
    }

    private void hasFindings(Form form, String file) {
        Reply checked = form.to(owners.owner, "/api/models/check");
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        assertThat(checked.json().path("deployable").asBoolean()).isFalse();

        Reply refused = form.to(owners.owner, "/api/models");
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().path("findings").toString())
                .isEqualTo(checked.json().path("findings").toString());
        assertThat(refused.json().path("findings").valueStream())
                .anyMatch(finding -> finding.path("file").asString().equals(file)
                        && finding.path("severity").asString().equals("error")
                        && !finding.path("message").asString().isBlank());
        assertThat(refused.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
    }

    private static String calling(String process, String called) {
        return process(
                process,
                "<bpmn:callActivity id=\"CallActivity_Next\" name=\"Next\" calledElement=\"" + called
                        + "\" camunda:calledElementBinding=\"deployment\"><bpmn:extensionElements>"
                        + "<camunda:in businessKey=\"${engagementId}\"/></bpmn:extensionElements></bpmn:callActivity>"
                        + "<bpmn:startEvent id=\"StartEvent_Begun\" name=\"Begun\"/>"
                        + "<bpmn:endEvent id=\"EndEvent_Done\" name=\"Done\"/>"
                        + "<bpmn:sequenceFlow id=\"Flow_A\" sourceRef=\"StartEvent_Begun\" targetRef=\"CallActivity_Next\"/>"
                        + "<bpmn:sequenceFlow id=\"Flow_B\" sourceRef=\"CallActivity_Next\" targetRef=\"EndEvent_Done\"/>");
    }

    private static String process(String id, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><bpmn:definitions"
                + " xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" id=\"Definitions_1\""
                + " targetNamespace=\"http://bpmn.io/schema/bpmn\"><bpmn:process id=\"" + id + "\" name=\"" + id
                + "\" isExecutable=\"true\" camunda:historyTimeToLive=\"P2555D\">" + content
                + "</bpmn:process></bpmn:definitions>";
    }
}
