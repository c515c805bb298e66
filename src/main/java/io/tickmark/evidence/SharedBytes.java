package io.tickmark.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents of one client that rest on the same bytes in the store: kept once, and as long as any of them needs them. */
@Component
@Transactional(readOnly = true)
class SharedBytes {

    private final DocumentRepository documents;

    SharedBytes(DocumentRepository documents) {
        this.documents = documents;
    }

    /** The others, those that were taken out too; none for almost every document. */
    public List<Document> others(Document document) {
        UUID bytes = document.key().document();
        List<Document> others = new ArrayList<>(documents.findByBytesOf(bytes));
        if (document.restsOnAnother()) {
            documents.findById(bytes).ifPresent(others::add);
        }
        others.removeIf(other -> other.id().equals(document.id()));
        return others;
    }

    /** Whether another document would lose its bytes with this one's. */
    public boolean areNeeded(Document document) {
        return others(document).stream().anyMatch(other -> other.state() != DocumentState.PURGED);
    }
}
