package io.tickmark.extraction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents of each kind as people have them, made while a test runs. */
public final class RealFiles {

    /** A sentence of English, for documents that need text. */
    public static final String TEXT = "The access of everybody who left the company is to be removed on the day of"
            + " their leaving, and this is to be shown by the ticket that asks for it.";

    private RealFiles() {}

    interface Writing {
        void to(ByteArrayOutputStream out) throws Exception;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static byte[] pdf(String title, Instant made, String... pages) {
        return bytes(out -> {
            try (PDDocument document = paged(pages)) {
                Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
                calendar.setTime(Date.from(made));
                document.getDocumentInformation().setTitle(title);
                document.getDocumentInformation().setAuthor("Ana Reyes");
                document.getDocumentInformation().setCreationDate(calendar);
                document.getDocumentInformation().setModificationDate(calendar);
                document.save(out);
            }
        });
    }

    public static byte[] encryptedPdf() {
        return bytes(out -> {
            try (PDDocument document = paged("secret")) {
                StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
                policy.setEncryptionKeyLength(128);
                document.protect(policy);
                document.save(out);
            }
        });
    }

    private static PDDocument paged(String... pages) throws IOException {
        PDDocument document = new PDDocument();
        for (String text : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
                content.newLineAtOffset(20, 700);
                content.showText(text);
                content.endText();
            }
        }
        return document;
    }

    public static byte[] docx(String text, Instant made) {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(text);
                document.getProperties().getCoreProperties().setTitle("Leavers");
                document.getProperties().getCoreProperties().setCreator("Ana Reyes");
                document.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(made)));
                document.getProperties().getCoreProperties().setModified(Optional.of(Date.from(made)));
                document.write(out);
            }
        });
    }

    public static byte[] encryptedDocx() {
        return bytes(out -> {
            try (POIFSFileSystem file = new POIFSFileSystem()) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (var stream = encryptor.getDataStream(file)) {
                    stream.write(docx(TEXT, Instant.EPOCH));
                }
                file.writeFilesystem(out);
            }
        });
    }

    /** Sheets by name, each with its rows of cells. */
    public static byte[] xlsx(Map<String, List<List<String>>> sheets) {
        return bytes(out -> write(new XSSFWorkbook(), sheets, out));
    }

    public static byte[] xls(Map<String, List<List<String>>> sheets) {
        return bytes(out -> write(new HSSFWorkbook(), sheets, out));
    }

    private static void write(Workbook book, Map<String, List<List<String>>> sheets, ByteArrayOutputStream out)
            throws IOException {
        try (book) {
            sheets.forEach((name, rows) -> {
                Sheet sheet = book.createSheet(name);
                for (int i = 0; i < rows.size(); i++) {
                    Row row = sheet.createRow(i);
                    for (int j = 0; j < rows.get(i).size(); j++) {
                        row.createCell(j).setCellValue(rows.get(i).get(j));
                    }
                }
            });
            book.write(out);
        }
    }

    public static byte[] pptx(String... slides) {
        return bytes(out -> {
            try (XMLSlideShow show = new XMLSlideShow()) {
                for (String text : slides) {
                    show.createSlide().createTextBox().setText(text);
                }
                show.write(out);
            }
        });
    }

    /** @param format such as {@code png} or {@code jpg} */
    public static byte[] picture(String format, int width, int height) {
        return bytes(out -> {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(Color.ORANGE);
            graphics.fillRect(5, 5, width / 2, height / 2);
            graphics.dispose();
            ImageIO.write(image, format, out);
        });
    }

    /** A JPEG with what a camera writes into it: make, model, and when it was taken, as {@code 2026:03:04 10:11:12}. */
    public static byte[] photo(String make, String taken) {
        byte[] plain = picture("jpg", 40, 30);
        byte[] exif = bytes(out -> {
            byte[] makeText = (make + "\0").getBytes(StandardCharsets.US_ASCII);
            byte[] takenText = (taken + "\0").getBytes(StandardCharsets.US_ASCII);
            out.write("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII));
            shorts(out, 42);
            ints(out, 8);
            shorts(out, 2);
            int data = 8 + 2 + 2 * 12 + 4;
            entry(out, 0x010F, 2, makeText.length, data);
            entry(out, 0x8769, 4, 1, data + makeText.length + makeText.length % 2);
            ints(out, 0);
            out.write(makeText);
            if (makeText.length % 2 == 1) {
                out.write(0);
            }
            int inner = data + makeText.length + makeText.length % 2;
            shorts(out, 1);
            entry(out, 0x9003, 2, takenText.length, inner + 2 + 12 + 4);
            ints(out, 0);
            out.write(takenText);
        });
        return bytes(out -> {
            out.write(plain, 0, 2);
            out.write(0xFF);
            out.write(0xE1);
            shorts(out, exif.length + 2);
            out.write(exif);
            out.write(plain, 2, plain.length - 2);
        });
    }

    private static void entry(ByteArrayOutputStream out, int tag, int type, int count, int offset) {
        shorts(out, tag);
        shorts(out, type);
        ints(out, count);
        ints(out, offset);
    }

    private static void shorts(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private static void ints(ByteArrayOutputStream out, int value) {
        shorts(out, value >> 16);
        shorts(out, value);
    }

    public static byte[] mail() {
        return ("From: Ana Reyes <ana@northwind.example>\r\nTo: auditor@firm.example\r\nSubject: The list of leavers\r\n"
                        + "Date: Wed, 4 Mar 2026 10:11:12 +0000\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /** The files of a ZIP by their paths, in its order. */
    public static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
