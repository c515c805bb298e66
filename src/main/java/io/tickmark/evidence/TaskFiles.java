package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.tasklist.TaskDocuments;
import io.tickmark.workflow.OpenTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells the tasklist which documents are a task's: those of its request, and those of the same piece of work. */
@Component
@Transactional(readOnly = true)
class TaskFiles implements TaskDocuments {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final DocumentRepository documents;
    private final DocumentSight sight;
    private final DocumentAnswers answers;
    private final JsonMapper json;

    TaskFiles(DocumentRepository documents, DocumentSight sight, DocumentAnswers answers, JsonMapper json) {
        this.documents = documents;
        this.sight = sight;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public boolean belongs(OpenTask task, UUID document) {
        return documents
                .findById(document)
                .filter(d -> d.engagement().equals(task.engagement()))
                .filter(d -> d.state() != DocumentState.PURGED && isOfItsSide(task, d))
                .filter(d -> isOfItsRequest(task, d) || isOfItsWork(task, d))
                .isPresent();
    }

    private static boolean isOfItsRequest(OpenTask task, Document document) {
        UUID request = document.request();
        return request != null && request.toString().equals(task.get(EvidenceRequestProcess.REQUEST_ID));
    }

    /** The same process instance: what came back for rework is a new task, and its files are still its files. */
    private static boolean isOfItsWork(OpenTask task, Document document) {
        return task.id().equals(document.task()) || task.processInstance().equals(document.processInstance());
    }

    private static boolean isOfItsSide(OpenTask task, Document document) {
        MadeBy side = UploadPlaces.side(task.role());
        return side == null || side == document.madeBy();
    }

    @Override
    public List<Map<String, ?>> of(OpenTask task, Actor actor) {
        List<Document> found = new ArrayList<>();
        String request = task.get(EvidenceRequestProcess.REQUEST_ID);
        if (request != null) {
            found.addAll(documents.ofRequests(List.of(UUID.fromString(request))));
        }
        found.addAll(documents.ofInstance(task.processInstance()));
        return answers.of(actor, sight.seen(actor, task.engagement(), found)).stream()
                .<Map<String, ?>>map(answer -> json.convertValue(answer, FIELDS))
                .toList();
    }
}
