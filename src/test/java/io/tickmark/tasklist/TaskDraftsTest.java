package io.tickmark.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TaskDraftsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void whatWasEnteredComesBackAndWhatOnlyTheServerKnowsStays() {
        ObjectNode known =
                read("{'request': {'title': 'Releases', 'kind': 'POPULATION'}, 'note': '', 'files': [1, 2]}");

        TaskDrafts.layOver(known, read("{'request': {'title': 'Releases'}, 'note': 'Two of them 🖋', 'files': [3]}"));

        assertThat(known)
                .isEqualTo(
                        read(
                                "{'request': {'title': 'Releases', 'kind': 'POPULATION'}, 'note': 'Two of them 🖋', 'files': [3]}"));
    }

    @Test
    void aFieldThatWasEmptiedStaysEmpty() {
        ObjectNode known = read("{'due': '2027-01-01', 'request': {'title': 'Releases'}}");

        TaskDrafts.layOver(known, read("{'due': null, 'request': null, 'more': {'a': 1}}"));

        assertThat(known).isEqualTo(read("{'due': null, 'request': null, 'more': {'a': 1}}"));
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }
}
