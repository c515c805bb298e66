package io.tickmark.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Caller.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What people may want at once, and how it has to end. */
enum Race {
    TWO_COMPLETE_ONE_TASK {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(PREPARE);
            JsonNode task = only(world, engagement, PREPARE);
            oneWins(start.together(
                    () -> world.complete(world.name(RaceWorld.MANAGER, 1), task, null),
                    () -> world.complete(world.name(RaceWorld.MANAGER, 2), task, null)));
            completedOnce(world, engagement, task);
            assertThat(world.awaited(engagement, "UserTask_DecideProposal")).hasSize(1);
        }
    },
    ONE_PERSON_COMPLETES_TWICE {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(PREPARE);
            JsonNode task = only(world, engagement, PREPARE);
            Supplier<Reply> complete = () -> world.complete(world.name(RaceWorld.MANAGER, 1), task, null);
            oneWins(start.together(complete, complete, complete));
            completedOnce(world, engagement, task);
        }
    },
    TWO_CLAIM_ONE_TASK {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(PREPARE);
            JsonNode task = only(world, engagement, PREPARE);
            oneWins(start.together(
                    () -> world.post(world.name(RaceWorld.MANAGER, 1), RaceWorld.path(task, "claim"), null, Map.of()),
                    () -> world.post(world.name(RaceWorld.MANAGER, 2), RaceWorld.path(task, "claim"), null, Map.of())));
            assertThat(world.trail(engagement, "task-claimed")).hasSize(1);
        }
    },
    TWO_ASSIGN_ONE_TASK {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(PREPARE);
            JsonNode task = only(world, engagement, PREPARE);
            int version = task.path("version").asInt();
            String one = world.name(RaceWorld.MANAGER, 1);
            String two = world.name(RaceWorld.MANAGER, 2);
            oneWins(start.together(
                    () -> world.post(
                            one, RaceWorld.path(task, "assign"), null, Map.of("person", two, "version", version)),
                    () -> world.post(
                            two, RaceWorld.path(task, "assign"), null, Map.of("person", one, "version", version))));
            assertThat(world.trail(engagement, "task-assigned")).hasSize(1);
        }
    },
    ONE_CLAIMS_WHAT_ANOTHER_COMPLETES {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(PREPARE);
            JsonNode task = only(world, engagement, PREPARE);
            List<Reply> replies = start.together(
                    () -> world.complete(world.name(RaceWorld.MANAGER, 1), task, null),
                    () -> world.post(world.name(RaceWorld.MANAGER, 2), RaceWorld.path(task, "claim"), null, Map.of()));
            oneWins(replies);
            assertThat(world.trail(engagement, "task-completed"))
                    .hasSize(replies.get(0).status() == 200 ? 1 : 0);
        }
    },
    TWO_SIGN_ONE_CONFIRMATION {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(CONFIRM);
            JsonNode task = world.tasks(engagement, CONFIRM).get(0);
            String person = task.path("person").asString();
            JsonNode open = world.open(person, task);
            Supplier<Reply> sign = () -> world.complete(person, open, null);
            oneWins(start.together(sign, sign));
            completedOnce(world, engagement, open);
        }
    },
    ALL_MEET_AT_A_JOIN {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(CONFIRM);
            List<Supplier<Reply>> all = new ArrayList<>();
            for (JsonNode task : world.tasks(engagement, CONFIRM)) {
                String person = task.path("person").asString();
                JsonNode open = world.open(person, task);
                all.add(() -> world.complete(person, open, null));
            }
            assertThat(all).hasSizeGreaterThan(3);
            assertThat(start.together(all)).allMatch(reply -> reply.status() == 200);
            assertThat(world.trail(engagement, "task-completed")).hasSizeGreaterThan(all.size());
            assertThat(world.awaited(engagement, "UserTask_AcceptEngagement")).hasSize(1);
        }
    },
    UPLOADS_CLAIMS_AND_COMPLETIONS_MEET_AT_THE_TRAIL {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(CONFIRM);
            List<JsonNode> tasks = world.tasks(engagement, CONFIRM);
            List<Supplier<Reply>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                JsonNode task = tasks.get(i);
                String person = task.path("person").asString();
                JsonNode open = world.open(person, task);
                String file = "note " + i + ".txt";
                all.add(
                        i % 2 == 0
                                ? () -> world.complete(person, open, null)
                                : () -> world.upload(person, open, file, file, null));
            }
            assertThat(start.together(all)).allMatch(reply -> reply.status() < 300);
            assertThat(world.trail(engagement, "document-received")).hasSize(2);
        }
    },
    TWO_UPLOAD_THE_SAME_NAME {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(PREPARE);
            JsonNode task = only(world, engagement, PREPARE);
            List<Reply> replies = start.together(
                    () -> world.upload(world.name(RaceWorld.MANAGER, 1), task, "plan.txt", "one", null),
                    () -> world.upload(world.name(RaceWorld.MANAGER, 2), task, "plan.txt", "two", null));
            assertThat(replies).allMatch(reply -> reply.status() == 201);
            assertThat(world.trail(engagement, "document-received").stream()
                            .map(facts -> facts.path("version").asInt()))
                    .as("both are there, one as the other's next version")
                    .containsExactly(1, 2);
        }
    },
    ONE_COMPLETION_IS_SENT_TWICE_WITH_ITS_KEY {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(PREPARE);
            JsonNode task = only(world, engagement, PREPARE);
            String key = UUID.randomUUID().toString();
            Supplier<Reply> complete = () -> world.complete(world.name(RaceWorld.MANAGER, 1), task, key);
            List<Reply> replies = start.together(complete, complete);
            assertThat(replies).allMatch(reply -> reply.status() == 200);
            completedOnce(world, engagement, task);
        }
    },
    ONE_PROPOSAL_IS_SENT_TWICE_WITH_ITS_KEY {
        @Override
        void run(RaceWorld world, Start start) {
            String key = UUID.randomUUID().toString();
            Supplier<Reply> propose = () -> world.propose(key, "Twice " + key);
            List<Reply> replies = start.together(propose, propose);
            assertThat(replies).allMatch(reply -> reply.status() == 201);
            assertThat(replies.stream().map(reply -> reply.json().path("id")).distinct())
                    .hasSize(1);
        }
    },
    ONE_UPLOAD_IS_SENT_TWICE_WITH_ITS_KEY {
        @Override
        void run(RaceWorld world, Start start) {
            String engagement = world.engagementAt(PREPARE);
            JsonNode task = only(world, engagement, PREPARE);
            String key = UUID.randomUUID().toString();
            Supplier<Reply> upload = () -> world.upload(world.name(RaceWorld.MANAGER, 1), task, "a.txt", "one", key);
            List<Reply> replies = start.together(upload, upload);
            assertThat(replies).allMatch(reply -> reply.status() == 201);
            assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
            assertThat(world.trail(engagement, "document-received")).hasSize(1);
        }
    };

    private static final String PREPARE = "UserTask_PrepareProposal";
    private static final String CONFIRM = "UserTask_ConfirmIndependence";

    abstract void run(RaceWorld world, Start start);

    private static JsonNode only(RaceWorld world, String engagement, String key) {
        return world.open(
                world.name(RaceWorld.MANAGER, 1), world.tasks(engagement, key).get(0));
    }

    private static void oneWins(List<Reply> replies) {
        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 200)).allMatch(reply -> reply.status() == 409);
    }

    private static void completedOnce(RaceWorld world, String engagement, JsonNode task) {
        assertThat(world.trail(engagement, "task-completed").stream()
                        .filter(facts -> facts.path("task").equals(task.path("id"))))
                .hasSize(1);
    }

    /** Lets all begin at the same moment, give or take what the dice say. */
    record Start(Random random, ExecutorService threads) {

        private static final int APART_MICROS = 4_000;

        @SafeVarargs
        final List<Reply> together(Supplier<Reply>... calls) {
            return together(List.of(calls));
        }

        List<Reply> together(List<Supplier<Reply>> calls) {
            CountDownLatch shot = new CountDownLatch(1);
            List<Future<Reply>> running = new ArrayList<>();
            for (Supplier<Reply> call : calls) {
                long late = random.nextInt(APART_MICROS) * 1_000L;
                running.add(threads.submit(() -> {
                    shot.await();
                    java.util.concurrent.locks.LockSupport.parkNanos(late);
                    return call.get();
                }));
            }
            shot.countDown();
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> one : running) {
                try {
                    replies.add(one.get());
                } catch (ExecutionException failed) {
                    throw new AssertionError(failed);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stopped);
                }
            }
            return replies;
        }
    }
}
