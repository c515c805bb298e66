package io.tickmark.workflow;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The documents of a file field.
 *
 * @param prefilled those the form opened with: taken as they were, whatever is sent with their id
 */
record DocumentEntry(JsonNode prefilled, Predicate<String> exists) {

    /** Why the documents are not taken; null where they are. */
    @Nullable
    String refusal(JsonNode documents, boolean several) {
        if (!several && documents.size() > 1) {
            return "Attach one file only.";
        }
        for (JsonNode document : documents) {
            String id = document.path("documentId").asString("");
            if (!document.path("documentId").isString() || id.isBlank()) {
                return "Upload the files and enter the list that the upload answers.";
            }
            if (known(id).isMissingNode() && !exists.test(id)) {
                return "A file is not on the server (any more); upload it again.";
            }
        }
        return null;
    }

    /** Names and addresses that a browser sends with a document are not believed: only its id is kept. */
    JsonNode kept(JsonNode documents) {
        if (!documents.isArray()) {
            return documents;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode document : documents) {
            String id = document.path("documentId").asString("");
            JsonNode known = known(id);
            kept.add(
                    known.isMissingNode()
                            ? JsonNodeFactory.instance.objectNode().put("documentId", id)
                            : known);
        }
        return kept;
    }

    private JsonNode known(String id) {
        return prefilled
                .valueStream()
                .filter(document -> document.path("documentId").asString("").equals(id))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }
}
