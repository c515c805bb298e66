package io.tickmark.modeling;

import io.tickmark.modelcheck.Origin;
import io.tickmark.workflow.Bundles;
import io.tickmark.workflow.CheckedModels;
import io.tickmark.workflow.NotDeployable;
import io.tickmark.workflow.ShippedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a version of the product brings. Its models go live by themselves where nobody of the firm has changed any;
 * otherwise they are offered as a release that merges them, and the firm decides. Each version is brought once.
 */
@Component
public class ProductModels {

    private static final Logger LOG = LoggerFactory.getLogger(ProductModels.class);
    private static final int TRIES = 20;

    private final ShippedModels shipped;
    private final Bundles bundles;
    private final ReleaseRepository releases;
    private final ReleaseBook book;
    private final ReleaseFiles files;
    private final TransactionTemplate transaction;

    ProductModels(
            ShippedModels shipped,
            Bundles bundles,
            ReleaseRepository releases,
            ReleaseBook book,
            ReleaseFiles files,
            PlatformTransactionManager transactions) {
        this.shipped = shipped;
        this.bundles = bundles;
        this.releases = releases;
        this.book = book;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * To be called at each start, before jobs run. One node does it: the others wait for it and find it done.
     *
     * @throws io.tickmark.workflow.NotDeployable when the shipped models themselves have errors
     */
    public void bring() {
        bring(ModelSet.ofBundle(shipped.files()));
    }

    /** As {@link #bring()}, with the models of another version. */
    void bring(ModelSet product) {
        if (files.knowsProduct(product.fingerprint())) {
            return;
        }
        // checked before the lock: the other nodes wait only as long as it takes to deploy
        CheckedModels checked = checked(product);
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> bring(product, checked));
                return;
            } catch (TransientDataAccessException anotherNodeIsAtIt) {
                if (tries == TRIES) {
                    throw anotherNodeIsAtIt;
                }
            }
        }
    }

    private CheckedModels checked(ModelSet product) {
        try {
            return bundles.checked(product.asBundle(), Origin.PRODUCT);
        } catch (NotDeployable broken) {
            broken.findings().forEach(finding -> LOG.error("{}", finding));
            throw broken;
        }
    }

    private void bring(ModelSet product, CheckedModels checked) {
        Optional<String> live = bundles.lockLive();
        String fingerprint = product.fingerprint();
        if (files.knowsProduct(fingerprint)) {
            return;
        }
        files.keepProduct(fingerprint, product);
        if (live.isEmpty()) {
            goLive(null, ModelSet.of(Map.of()), product, checked);
            return;
        }
        Release current = releases.findByBundleId(live.get()).orElseThrow();
        ModelSet firm = ModelSet.ofBundle(bundles.files(live.get()));
        releases.findByStateOrderByNumber(ReleaseState.WAITING).stream()
                .filter(waiting -> waiting.origin() == ReleaseOrigin.PRODUCT)
                .forEach(older -> book.supersede(older, null));
        if (current.origin() == ReleaseOrigin.PRODUCT && firm.fingerprint().equals(current.product())) {
            goLive(live.get(), firm, product, checked);
        } else {
            offer(live.get(), firm, files.product(current.product()), product);
        }
    }

    private void goLive(@Nullable String base, ModelSet before, ModelSet product, CheckedModels checked) {
        Draft draft = new Draft(base, product, product.changesFrom(before), product.fingerprint(), null, null);
        Release release = book.enter(draft, List.of(), null);
        book.putLive(release, checked, null);
        LOG.info(
                "The product's {} models are live as release {}",
                product.files().size(),
                release.number());
    }

    private void offer(String base, ModelSet firm, ModelSet before, ModelSet product) {
        Merge merge = Merge.of(before, firm, product);
        List<FileChange> changes = new ArrayList<>(merge.merged().changesFrom(firm));
        changes.addAll(merge.conflicts());
        Draft draft = new Draft(base, merge.merged(), changes, product.fingerprint(), null, null);
        List<Finding> findings =
                new ArrayList<>(Finding.of(bundles.findings(merge.merged().asBundle(), Origin.OWNER)));
        draft.conflicts()
                .forEach(name -> findings.add(Finding.warning(
                        name, "The product changed this file, and the firm too: an owner decides which text counts.")));
        Release release = book.enter(draft, findings, null);
        LOG.info(
                "This version of the product brings other models. The firm has its own, so they wait as release {} for a"
                        + " process owner: {} files change, {} are changed by both.",
                release.number(),
                changes.size() - merge.conflicts().size(),
                merge.conflicts().size());
    }
}
