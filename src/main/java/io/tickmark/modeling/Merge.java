package io.tickmark.modeling;

import java.util.ArrayList;
import java.util.List;

/**
 * A new version of the product's models, merged into a firm's by file: what the firm left as it was takes the product's
 * new text, what only the firm changed stays, and what both changed stays as the firm's and is told as a conflict.
 */
record Merge(ModelSet merged, List<FileChange> conflicts) {

    /** @param base the product's models that the firm's were made from */
    static Merge of(ModelSet base, ModelSet firm, ModelSet product) {
        ModelSet merged = firm;
        List<FileChange> conflicts = new ArrayList<>();
        for (String name : firm.namesWith(product)) {
            byte[] before = base.file(name);
            byte[] ours = firm.file(name);
            byte[] theirs = product.file(name);
            if (ModelSet.same(ours, theirs) || ModelSet.same(before, theirs)) {
                continue;
            }
            if (ModelSet.same(before, ours)) {
                merged = merged.with(name, theirs);
            } else {
                conflicts.add(new FileChange(name, ChangeKind.CONFLICT, theirs));
            }
        }
        return new Merge(merged, conflicts);
    }
}
