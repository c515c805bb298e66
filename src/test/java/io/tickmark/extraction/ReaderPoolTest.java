package io.tickmark.extraction;

import static io.tickmark.extraction.RealFiles.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickmark.Wait;
import io.tickmark.extraction.Extraction.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Real and hostile documents, read in a child process as the application does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderPoolTest {

    private static final Instant MADE = Instant.parse("2026-03-04T10:11:12Z");

    private ReaderPool readers;

    @BeforeAll
    void start() {
        readers = new ReaderPool(limits(Duration.ofSeconds(20)));
    }

    @AfterAll
    void end() {
        List<Long> running = readers.running();
        readers.close();
        assertThat(running)
                .noneMatch(
                        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    private static ReadingLimits limits(Duration time) {
        return new ReadingLimits(
                1, time, DataSize.ofMegabytes(192), DataSize.ofMegabytes(100), 5, 100, 100_000, Duration.ofMinutes(5));
    }

    private Extraction read(String name, byte[] bytes) {
        return readers.extract(new ByteArrayInputStream(bytes), name);
    }

    private Contents contents(String name, byte[] bytes) {
        Extraction extraction = read(name, bytes);
        assertThat(extraction.outcome()).as("%s", extraction).isEqualTo(Outcome.READ);
        return Objects.requireNonNull(extraction.contents());
    }

    @Test
    void aPdfTellsItsPagesTextAndWhatItClaims() {
        Contents pdf = contents("a.pdf", RealFiles.pdf("Leavers", MADE, TEXT, "second page"));
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(pdf.pages()).isEqualTo(2);
        assertThat(pdf.title()).isEqualTo("Leavers");
        assertThat(pdf.author()).isEqualTo("Ana Reyes");
        assertThat(pdf.created()).isEqualTo(MADE);
        assertThat(pdf.modified()).isEqualTo(MADE);
        assertThat(pdf.text()).contains("everybody who left", "second page");
        assertThat(pdf.language()).isEqualTo("en");
        assertThat(pdf.encrypted()).isFalse();
        assertThat(pdf.macros()).isFalse();
        assertThat(pdf.entryCount()).isZero();
    }

    @Test
    void wordAndPowerPointAreRead() {
        Contents word = contents("a.docx", RealFiles.docx(TEXT, MADE));
        assertThat(word.contentType()).contains("wordprocessingml");
        assertThat(word.text()).contains(TEXT);
        assertThat(word.author()).isEqualTo("Ana Reyes");
        assertThat(word.created()).isEqualTo(MADE);
        Contents slides = contents("a.pptx", RealFiles.pptx("one", "two", "three"));
        assertThat(slides.pages()).isEqualTo(3);
        assertThat(slides.text()).contains("two");
    }

    @Test
    void sheetsAndTheirRowsAreCounted() {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("Leavers", rows(41));
        sheets.put("Joiners", rows(3));
        List<Contents.Sheet> expected = List.of(new Contents.Sheet("Leavers", 41), new Contents.Sheet("Joiners", 3));
        assertThat(contents("a.xlsx", RealFiles.xlsx(sheets)).sheets()).isEqualTo(expected);
        assertThat(contents("a.xls", RealFiles.xls(sheets)).sheets()).isEqualTo(expected);
        StringBuilder csv = new StringBuilder("id,name\n");
        for (int i = 0; i < 30_000; i++) {
            csv.append(i).append(",somebody\n");
        }
        Contents list = contents("a.csv", RealFiles.text(csv.toString()));
        assertThat(list.contentType()).isEqualTo("text/csv");
        assertThat(list.sheets()).containsExactly(new Contents.Sheet("", 30_001));
        assertThat(list.text()).hasSizeLessThanOrEqualTo(100_000);
        assertThat(list.cut()).hasSize(1);
    }

    private static List<List<String>> rows(int count) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of("P-" + i, "somebody"));
        }
        return rows;
    }

    @Test
    void picturesTellTheirSizeAndWhatTheirCameraClaims() {
        Contents screen = contents("a.png", RealFiles.picture("png", 640, 480));
        assertThat(screen.width()).isEqualTo(640);
        assertThat(screen.height()).isEqualTo(480);
        assertThat(screen.captured()).isNull();
        Contents photo = contents("a.jpg", RealFiles.photo("Tickcam", "2026:03:04 10:11:12"));
        assertThat(photo.camera()).isEqualTo("Tickcam");
        assertThat(photo.captured()).isEqualTo(MADE);
        assertThat(photo.width()).isEqualTo(40);
    }

    @Test
    void mailsAndArchivesTellWhatTheyCarry() {
        Contents mail = contents("a.eml", RealFiles.mail());
        assertThat(mail.mail())
                .contains(
                        new Contents.Header("date", MADE.toString()),
                        new Contents.Header("from", "Ana Reyes <ana@northwind.example>"),
                        new Contents.Header("subject", "The list of leavers"));
        assertThat(mail.text()).contains(TEXT);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("folder/one.txt", RealFiles.text("first text"));
        files.put("two.pdf", RealFiles.pdf("Inside", MADE, "text within"));
        Contents archive = contents("a.zip", RealFiles.zip(files));
        assertThat(archive.entryCount()).isEqualTo(2);
        assertThat(archive.entries().stream().map(Contents.Entry::name)).containsExactly("folder/one.txt", "two.pdf");
        assertThat(archive.text()).contains("first text", "text within");
    }

    @Test
    void whatIsLockedBehindAPasswordSaysSo() {
        for (var file : Map.of(
                        "a.pdf", RealFiles.encryptedPdf(),
                        "a.docx", RealFiles.encryptedDocx(),
                        "a.zip", HostileFiles.lockedZip())
                .entrySet()) {
            Extraction extraction = read(file.getKey(), file.getValue());
            assertThat(extraction.outcome()).as(file.getKey()).isEqualTo(Outcome.ENCRYPTED);
            assertThat(Objects.requireNonNull(extraction.contents()).encrypted())
                    .isTrue();
        }
    }

    @Test
    void macrosAreSeenAndNeverRun() {
        assertThat(contents("a.xlsm", HostileFiles.macros()).macros()).isTrue();
    }

    @Test
    void whatIsDamagedOrOfNoKnownKindSaysSo() {
        assertThat(read("a.pdf", RealFiles.text("%PDF-1.7\nno pdf")).outcome()).isEqualTo(Outcome.DAMAGED);
        assertThat(read("a.bin", new byte[] {0, 1, 2, (byte) 0xCA, 7, 0, 0, 1}).outcome())
                .isEqualTo(Outcome.UNKNOWN_KIND);
    }

    @Test
    void hostileFilesEndInAnAnswerAndNothingIsFetchedOrReadByThem(@TempDir Path folder) throws IOException {
        Path canary = Files.writeString(folder.resolve("canary"), "CANARY-7f3a");
        List<String> outcomes = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            for (String reference : List.of(
                    "http://127.0.0.1:" + server.getLocalPort() + "/x",
                    canary.toUri().toString())) {
                HostileFiles.all(reference).forEach((name, bytes) -> {
                    long start = System.nanoTime();
                    Extraction extraction = read(name, bytes);
                    outcomes.add(name.substring(0, Math.min(20, name.length())) + " " + extraction.outcome() + " "
                            + extraction.reason() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
                    Contents contents = extraction.contents();
                    if (contents != null) {
                        assertThat(contents.text())
                                .as(name)
                                .doesNotContain("CANARY")
                                .hasSizeLessThanOrEqualTo(100_000);
                    }
                });
            }
            assertThat(server).satisfies(s -> {
                try {
                    s.accept();
                    throw new AssertionError("a parser asked for a reference");
                } catch (java.net.SocketTimeoutException nobody) {
                    // as it should be
                }
            });
        }
        assertThat(outcomes).hasSizeGreaterThan(50);
        assertThat(read("after.txt", RealFiles.text("still there")).outcome()).isEqualTo(Outcome.READ);
    }

    @Test
    void aZipThatContainsItselfIsOpenedAsDeepAsAllowed() throws IOException {
        byte[] quine = QuineZip.make();
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(quine))) {
            assertThat(zip.getNextEntry()).isNotNull();
            assertThat(zip.readAllBytes()).as("it is what it contains").isEqualTo(quine);
            zip.closeEntry();
        }
        Contents found = contents("quine.zip", quine);
        assertThat(found.entryCount()).isEqualTo(1);
        assertThat(found.cut()).anyMatch(sentence -> sentence.contains("more than 5 deep"));
    }

    @Test
    void aReaderThatRunsOutOfMemoryEndsAloneAndSaysSo() {
        Extraction bomb = read("bomb.docx", HostileFiles.docxBomb());
        assertThat(bomb.outcome()).isEqualTo(Outcome.TOO_MUCH);
        assertThat(bomb.reason()).contains("memory");
        assertThat(read("after.txt", RealFiles.text("still there")).outcome()).isEqualTo(Outcome.READ);
    }

    @Test
    void whatAKilledApplicationLeftIsRemoved() throws IOException {
        long nobody = 4_194_303;
        Path left = Files.createTempDirectory("tickmark-reading-" + nobody + "-");
        Files.writeString(left.resolve("document"), "evidence");
        assertThat(ProcessHandle.of(nobody)).isEmpty();
        Path ours = ReadingFolder.create().path();
        ReadingFolder.sweep();
        assertThat(left).doesNotExist();
        assertThat(ours).exists();
        assertThat(Files.getPosixFilePermissions(ours)).hasSize(3);
    }

    @Test
    void aCrowdOfEntriesIsCountedAndSomeAreNamed() {
        Contents crowd = Objects.requireNonNull(
                read("crowd.zip", HostileFiles.crowd(20_000)).contents());
        assertThat(crowd.entryCount()).isEqualTo(20_000);
        assertThat(crowd.entries()).hasSize(Contents.MOST_ENTRIES);
        assertThat(crowd.cut()).isNotEmpty();
    }

    @Test
    void aReaderThatDiesOrHangsIsReplaced() throws Exception {
        try (ReaderPool impatient = new ReaderPool(limits(Duration.ofMillis(1)))) {
            Extraction late = impatient.extract(new ByteArrayInputStream(HostileFiles.crowd(20_000)), "a.zip");
            assertThat(late.outcome()).isEqualTo(Outcome.TOO_MUCH);
            assertThat(late.reason()).contains("takes longer than");
        }
        contents("a.txt", RealFiles.text("before"));
        long reader = readers.running().get(0);
        ProcessHandle.of(reader).orElseThrow().destroyForcibly();
        ProcessHandle.of(reader).ifPresent(gone -> gone.onExit().join());
        contents("b.txt", RealFiles.text("after"));
        assertThat(readers.running()).doesNotContain(reader);
    }

    @Test
    void anIdleReaderIsEnded() throws Exception {
        ReadingLimits hasty = new ReadingLimits(
                1,
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(128),
                DataSize.ofMegabytes(100),
                5,
                100,
                1000,
                Duration.ofMillis(1));
        try (ReaderPool pool = new ReaderPool(hasty)) {
            assertThat(pool.running()).as("before the first document").isEmpty();
            assertThat(pool.extract(new ByteArrayInputStream(RealFiles.text("x")), "x.txt")
                            .outcome())
                    .isEqualTo(Outcome.READ);
            Wait.soon(() -> pool.running().isEmpty());
            assertThat(pool.running()).isEmpty();
        }
    }

    @Test
    void aReaderHasNoNetwork() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<String> command = new ArrayList<>(ChildCommand.of(limits(Duration.ofSeconds(1)), Path.of(".")));
            int main = command.indexOf(ReaderMain.class.getName());
            command.subList(main, command.size()).clear();
            command.add(Reaching.class.getName());
            command.add(String.valueOf(server.getLocalPort()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.lines().toList())
                    .as("each way out")
                    .hasSize(5)
                    .allMatch(line -> line.startsWith("refused"));
        }
    }
}
