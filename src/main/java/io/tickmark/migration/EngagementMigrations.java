package io.tickmark.migration;

import io.tickmark.engagement.EngagementFacts;
import io.tickmark.engagement.EngagementModels;
import io.tickmark.engagement.Engagements;
import io.tickmark.kernel.Actor;
import io.tickmark.kernel.EngagementId;
import io.tickmark.kernel.NotFound;
import io.tickmark.kernel.Refused;
import io.tickmark.workflow.DeployedModel;
import io.tickmark.workflow.DeployedModels;
import io.tickmark.workflow.Migrations;
import io.tickmark.workflow.ModelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Each engagement in a transaction of its own, which a dry run and an engagement with obstacles roll back. */
@Service
class EngagementMigrations {

    private final DeployedModels models;
    private final Migrations migrations;
    private final Engagements engagements;
    private final EngagementModels runsOn;
    private final TransactionTemplate alone;

    EngagementMigrations(
            DeployedModels models,
            Migrations migrations,
            Engagements engagements,
            EngagementModels runsOn,
            PlatformTransactionManager transactions) {
        this.models = models;
        this.migrations = migrations;
        this.engagements = engagements;
        this.runsOn = runsOn;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    MigrationAnswer migrate(Actor by, String key, MigrationRequest request) {
        DeployedModel from = version(key, request.from(), "from");
        DeployedModel to = version(key, request.to(), "to");
        if (from.version() == to.version()) {
            throw new Refused("to", "Version " + to.version() + " is where they are: name another.");
        }
        List<MigrationAnswer.Engagement> answers = new ArrayList<>();
        for (EngagementId engagement : chosen(request.engagements(), migrations.running(from))) {
            answers.add(alone.execute(transaction -> {
                MigrationAnswer.Engagement answer = move(by, engagement, from, to, request);
                if (!answer.moved()) {
                    transaction.setRollbackOnly();
                }
                return answer;
            }));
        }
        int movable = (int)
                answers.stream().filter(MigrationAnswer.Engagement::movable).count();
        int moved =
                (int) answers.stream().filter(MigrationAnswer.Engagement::moved).count();
        return new MigrationAnswer(key, from.version(), to.version(), request.dry(), movable, moved, answers);
    }

    private MigrationAnswer.Engagement move(
            Actor by, EngagementId id, DeployedModel from, DeployedModel to, MigrationRequest request) {
        engagements.lock(id);
        EngagementFacts engagement = engagements.facts(id);
        Migrations.Outcome outcome = migrations.move(id, to.bundle(), request.renamed());
        boolean movable = outcome.obstacles().isEmpty();
        if (movable) {
            runsOn.continueOn(
                    by,
                    id,
                    to.bundle(),
                    Map.of(
                            "process", from.key(),
                            "from", from.version(),
                            "to", to.version(),
                            "instances", outcome.instances()));
        }
        return new MigrationAnswer.Engagement(
                id.toString(),
                engagement.title(),
                outcome.instances(),
                movable,
                movable && !request.dry(),
                outcome.obstacles());
    }

    private static List<EngagementId> chosen(@Nullable List<UUID> wanted, List<EngagementId> running) {
        if (wanted == null) {
            return running;
        }
        for (UUID id : wanted) {
            if (!running.contains(new EngagementId(id))) {
                throw new Refused("engagements", "Nothing of " + id + " runs on this version: leave it out.");
            }
        }
        return wanted.stream().distinct().map(EngagementId::new).toList();
    }

    private DeployedModel version(String key, @Nullable Integer number, String field) {
        if (number == null) {
            throw new Refused(field, "Name the version, a whole number from 1.");
        }
        DeployedModel model = models.version(key, number)
                .orElseThrow(() -> new NotFound("There is no version " + number + " of a model '" + key + "'"));
        if (model.kind() != ModelKind.PROCESS) {
            throw new Refused(field, "'" + key + "' is no process: forms and decisions go along with one.");
        }
        return model;
    }
}
