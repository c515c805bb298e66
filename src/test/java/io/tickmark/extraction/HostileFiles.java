package io.tickmark.extraction;

import static io.tickmark.extraction.RealFiles.bytes;
import static io.tickmark.extraction.RealFiles.text;
import static io.tickmark.extraction.RealFiles.zip;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;

/** The corpus of hostile files, made while a test runs: none of them lies in the repository. */
public final class HostileFiles {

    /** @param reference what external references in it point at: an address that must never be asked, a file never read */
    public static Map<String, byte[]> all(String reference) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing.pdf", new byte[0]);
        files.put("bomb.zip", zipOfZeros(300_000_000));
        files.put("bomb.docx", docxBomb());
        files.put("bomb.svg", laughs());
        files.put("bomb.png", pngBomb());
        files.put("nested.zip", nested(40));
        files.put("quine.zip", QuineZip.make());
        files.put("crowd.zip", crowd(20_000));
        files.put("names.zip", names());
        files.put("links.tar", links());
        files.put("xxe.xml", xxe(reference));
        files.put(
                "xxe.svg",
                text("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"" + reference
                        + "\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text><image href=\"" + reference
                        + "\"/><script>alert(1)</script></svg>"));
        files.put("xxe.docx", docxWithXxe(reference));
        files.put(
                "script.html",
                text("<html><head><link rel=stylesheet href='" + reference
                        + "'></head><body onload='alert(1)'><script src='" + reference
                        + "'></script>hello</body></html>"));
        files.put("polyglot.pdf", polyglot());
        files.put("macros.xlsm", macros());
        files.put("locked.zip", lockedZip());
        files.put("locked.pdf", RealFiles.encryptedPdf());
        files.put("locked.docx", RealFiles.encryptedDocx());
        files.put("broken.pdf", text("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\nxref 99 99 trailer"));
        files.put("broken.xlsx", truncated(RealFiles.docx(RealFiles.TEXT, Instant.EPOCH)));
        files.put("deep.xml", deep(50_000));
        files.put("deep.json", text("[".repeat(200_000)));
        files.put("../../etc/passwd", text("root"));
        files.put("a\r\nSet-Cookie: b=c.txt", text("header"));
        files.put("invoice\u202Efdp.exe", text("right to left"));
        files.put("📎 Grüße.txt", text("emoji 📎"));
        files.put("long".repeat(1000) + ".txt", text("long"));
        return files;
    }

    private HostileFiles() {}

    private static byte[] truncated(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    /** An archive that unpacks to hundreds of megabytes. */
    public static byte[] bomb() {
        return zipOfZeros(300_000_000);
    }

    /** One entry that unpacks to very many zeros. */
    static byte[] zipOfZeros(long size) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("zeros.txt"));
                spaces(zip, size);
            }
        });
    }

    private static void spaces(OutputStream out, long size) throws java.io.IOException {
        byte[] chunk = "a ".repeat(1 << 15).getBytes(StandardCharsets.US_ASCII);
        for (long left = size; left > 0; left -= chunk.length) {
            out.write(chunk, 0, (int) Math.min(left, chunk.length));
        }
    }

    /** A document of Word whose one paragraph is enormous. */
    static byte[] docxBomb() {
        return bytes(out -> {
            byte[] plain = RealFiles.docx("x", Instant.EPOCH);
            try (ZipOutputStream zip = new ZipOutputStream(out);
                    var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(plain))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().equals("word/document.xml")) {
                        zip.write(text(
                                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                                        + "<w:body><w:p><w:r><w:t>"));
                        spaces(zip, 400_000_000);
                        zip.write(text("</w:t></w:r></w:p></w:body></w:document>"));
                    } else {
                        in.transferTo(zip);
                    }
                }
            }
        });
    }

    /** A billion laughs. */
    private static byte[] laughs() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text(xml + "]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a29;</text></svg>");
    }

    /** 60,000 by 60,000 pixels in a few kilobytes. */
    static byte[] pngBomb() {
        return bytes(out -> {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
            byte[] header = bytes(h -> {
                h.write(new byte[] {0, 0, (byte) 0xEA, 0x60, 0, 0, (byte) 0xEA, 0x60, 8, 2, 0, 0, 0});
            });
            chunk(out, "IHDR", header);
            chunk(out, "IDAT", bytes(d -> {
                try (DeflaterOutputStream deflated = new DeflaterOutputStream(d, new Deflater(9))) {
                    deflated.write(new byte[10_000_000]);
                }
            }));
            chunk(out, "IEND", new byte[0]);
        });
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) throws java.io.IOException {
        var to = new java.io.DataOutputStream(out);
        to.writeInt(data.length);
        byte[] kind = name.getBytes(StandardCharsets.US_ASCII);
        to.write(kind);
        to.write(data);
        CRC32 crc = new CRC32();
        crc.update(kind);
        crc.update(data);
        to.writeInt((int) crc.getValue());
    }

    /** Zip in zip in zip. */
    static byte[] nested(int levels) {
        byte[] inner = text("the middle");
        for (int i = 0; i < levels; i++) {
            inner = zip(Map.of("level" + i + (i == 0 ? ".txt" : ".zip"), inner));
        }
        return inner;
    }

    static byte[] crowd(int entries) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < entries; i++) {
                    zip.putNextEntry(new ZipEntry("file" + i + ".txt"));
                    zip.write('x');
                }
            }
        });
    }

    static byte[] names() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../../../etc/cron.d/evil", text("1"));
        entries.put("/etc/passwd", text("2"));
        entries.put("C:\\Windows\\evil.dll", text("3"));
        entries.put("line\r\nbreak.txt", text("4"));
        entries.put("\u202Efdp.exe", text("5"));
        entries.put("📎.txt", text("6"));
        entries.put("n".repeat(4000) + ".txt", text("7"));
        return zip(entries);
    }

    static byte[] links() {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                TarArchiveEntry link = new TarArchiveEntry("passwd", TarConstants.LF_SYMLINK);
                link.setLinkName("/etc/passwd");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
                TarArchiveEntry file = new TarArchiveEntry("honest.txt");
                file.setSize(6);
                tar.putArchiveEntry(file);
                tar.write(text("honest"));
                tar.closeArchiveEntry();
            }
        });
    }

    static byte[] xxe(String reference) {
        return text("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"" + reference + "\"><!ENTITY % y SYSTEM \""
                + reference
                + "\"> %y;]><a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"u "
                + reference + "\">&x;</a>");
    }

    private static byte[] docxWithXxe(String reference) {
        return bytes(out -> {
            byte[] plain = RealFiles.docx("x", Instant.EPOCH);
            try (ZipOutputStream zip = new ZipOutputStream(out);
                    var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(plain))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().equals("word/document.xml")) {
                        zip.write(text("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"" + reference + "\">]>"
                                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                                + "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"));
                    } else {
                        in.transferTo(zip);
                    }
                }
            }
        });
    }

    /** A PDF and a page of HTML at once. */
    private static byte[] polyglot() {
        return bytes(out -> {
            out.write(text("%PDF-1.4\n%<html><script>alert(1)</script></html>\n"));
            byte[] pdf = RealFiles.pdf("Both", Instant.EPOCH, "both");
            out.write(pdf, 9, pdf.length - 9);
        });
    }

    /** A workbook that carries a project of macros. */
    public static byte[] macros() {
        return bytes(out -> {
            byte[] plain = RealFiles.xlsx(Map.of("S", java.util.List.of(java.util.List.of("a"))));
            OPCPackage book = OPCPackage.open(new java.io.ByteArrayInputStream(plain));
            PackagePart main = book.getPart(PackagingURIHelper.createPartName("/xl/workbook.xml"));
            byte[] content = main.getInputStream().readAllBytes();
            book.replaceContentType(main.getContentType(), "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
            PackagePart macro = book.createPart(
                    PackagingURIHelper.createPartName("/xl/vbaProject.bin"), "application/vnd.ms-office.vbaProject");
            try (OutputStream to = macro.getOutputStream()) {
                to.write(content);
            }
            book.getPart(PackagingURIHelper.createPartName("/xl/workbook.xml"))
                    .addRelationship(
                            macro.getPartName(),
                            org.apache.poi.openxml4j.opc.TargetMode.INTERNAL,
                            "http://schemas.microsoft.com/office/2006/relationships/vbaProject");
            book.save(out);
        });
    }

    /** The flag for encryption is set, as by any program that asks for a password. */
    public static byte[] lockedZip() {
        byte[] plain = zip(Map.of("secret.txt", text("secret")));
        plain[6] |= 1;
        for (int i = 0; i < plain.length - 4; i++) {
            if (plain[i] == 'P' && plain[i + 1] == 'K' && plain[i + 2] == 1 && plain[i + 3] == 2) {
                plain[i + 8] |= 1;
            }
        }
        return plain;
    }

    private static byte[] deep(int levels) {
        return text("<a>".repeat(levels) + "</a>".repeat(levels));
    }
}
