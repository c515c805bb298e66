package io.tickmark.binder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tickmark.kernel.Sha256;
import io.tickmark.trail.Checkpoint;
import io.tickmark.trail.TrailVerifier;
import io.tickmark.trail.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a binder with nothing but the file: each file against the manifest, nothing beside it, the trail's chain, and
 * that the trail tells of each document with this hash and of each workpaper with this conclusion. Reads every byte once.
 */
final class BinderCheck implements AutoCloseable {

    private static final long LONGEST_MANIFEST = 256L << 20;
    private static final Set<String> OUR_OWN = Set.of(Manifest.PATH, Manifest.TRAIL);

    private final ZipFile zip;
    private final @Nullable Checkpoint kept;
    private final JsonMapper json = JsonMapper.builder().build();
    private final byte[] portion = new byte[1 << 16];

    BinderCheck(Path file, @Nullable Checkpoint kept) throws IOException {
        this.zip = new ZipFile(file.toFile(), UTF_8);
        this.kept = kept;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** What was found, in a sentence; throws {@link NotSound} naming the first thing that is wrong. */
    String run() throws IOException, NotSound {
        Manifest manifest = manifest();
        refuseStrangers(manifest);
        for (Manifest.Item item : manifest.files()) {
            check(item);
        }
        long documents = manifest.files().stream()
                .filter(item -> item.document() != null)
                .count();
        checkCited(manifest);
        long papers = manifest.files().stream()
                .filter(item -> item.workpaper() != null)
                .count();
        String told = documents + " documents" + (papers == 0 ? "" : " and " + papers + " workpapers") + " of \""
                + manifest.title() + "\", each as the manifest says";
        if (manifest.trailHead() == null) {
            if (kept != null) {
                throw new NotSound("There is no trail in it to compare the checkpoint with.");
            }
            return told
                    + ". No trail is in it: compare the hashes with one to know that the manifest is the first one.";
        }
        Checkpoint head = Checkpoint.parse(manifest.trailHead());
        checkTrail(manifest, head);
        checkTold(manifest, head);
        return told + " and the trail tells of their coming" + (papers == 0 ? "" : " and of what was concluded")
                + ". The trail of " + manifest.engagement()
                + " is sound; its entry at that time is " + head + "."
                + (kept == null
                        ? " Compare it with a checkpoint that you kept: one who rewrote all of it is found only so."
                        : " It contains your checkpoint, entry " + kept.seq() + ".");
    }

    private Manifest manifest() throws IOException, NotSound {
        ZipEntry entry = zip.getEntry(Manifest.PATH);
        if (entry == null || entry.getSize() > LONGEST_MANIFEST) {
            throw new NotSound("It is no binder: there is no " + Manifest.PATH + " in it.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = json.readValue(in, Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format()) || manifest.version() != Manifest.VERSION) {
                throw new NotSound("Its manifest is of another kind or version than this program knows.");
            }
            return manifest;
        } catch (JacksonException broken) {
            throw new NotSound("Its manifest cannot be read: " + broken.getOriginalMessage() + ".");
        }
    }

    /** What the manifest does not name was put in later; what stands in the ZIP twice is read differently by programs. */
    private void refuseStrangers(Manifest manifest) throws NotSound {
        Set<String> named = new HashSet<>(OUR_OWN);
        for (Manifest.Item item : manifest.files()) {
            if (!named.add(item.path())) {
                throw new NotSound("The manifest names \"" + item.path() + "\" twice.");
            }
        }
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!named.contains(entry.getName())) {
                throw new NotSound("\"" + entry.getName() + "\" was put in later: the manifest does not name it.");
            }
            if (!seen.add(entry.getName())) {
                throw new NotSound("\"" + entry.getName() + "\" is in it twice.");
            }
        }
    }

    private void check(Manifest.Item item) throws IOException, NotSound {
        ZipEntry entry = zip.getEntry(item.path());
        if (entry == null) {
            throw new NotSound("\"" + item.path() + "\" is missing.");
        }
        MessageDigest hash = Sha256.digest();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(portion); n >= 0; n = in.read(portion)) {
                hash.update(portion, 0, n);
                size += n;
            }
        } catch (ZipException broken) {
            throw new NotSound("\"" + item.path() + "\" is damaged.");
        }
        if (size != item.size() || !Sha256.hex(hash).equals(item.sha256())) {
            throw new NotSound("\"" + item.path() + "\" was changed: it is not what the manifest says.");
        }
    }

    private void checkTrail(Manifest manifest, Checkpoint head) throws IOException, NotSound {
        checkTrail(manifest, head, "The trail does not hold the entry that the manifest names. ");
        if (kept != null) {
            checkTrail(manifest, kept, "The trail does not hold your checkpoint. ");
        }
    }

    private void checkTrail(Manifest manifest, Checkpoint checkpoint, String otherwise) throws IOException, NotSound {
        try (InputStream in = trail()) {
            Verification found = TrailVerifier.verify(in, checkpoint);
            if (found instanceof Verification.Broken broken) {
                throw new NotSound((broken.seq() == checkpoint.seq() ? otherwise : "") + "Its trail is not sound, "
                        + broken.place() + ". " + broken.reason());
            }
            if (found instanceof Verification.Sound sound && !sound.engagement().equals(manifest.engagement())) {
                throw new NotSound("The trail in it is another engagement's.");
            }
        }
    }

    /** The trail is sound by now, so its lines can be read. */
    private void checkTold(Manifest manifest, Checkpoint head) throws IOException, NotSound {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(trail(), UTF_8))) {
            new ToldByTrail(lines, json).check(manifest.files(), head);
        }
    }

    /** What a workpaper cites and is here is the very file, whose own hash was compared before. */
    private static void checkCited(Manifest manifest) throws NotSound {
        Map<String, String> hashes = new HashMap<>();
        manifest.files().forEach(item -> hashes.put(item.path(), item.sha256()));
        for (Manifest.Item item : manifest.files()) {
            Manifest.Workpaper paper = item.workpaper();
            if (paper == null) {
                continue;
            }
            for (Manifest.Cited cited : paper.cites()) {
                if (cited.path() != null && !cited.sha256().equals(hashes.get(cited.path()))) {
                    throw new NotSound("\"" + item.path() + "\" cites \"" + cited.path()
                            + "\" with another hash than the file has.");
                }
            }
        }
    }

    private InputStream trail() throws IOException, NotSound {
        ZipEntry entry = zip.getEntry(Manifest.TRAIL);
        if (entry == null) {
            throw new NotSound("The trail is missing, which the manifest says is in it.");
        }
        return zip.getInputStream(entry);
    }
}
