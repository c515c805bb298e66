package io.tickmark.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAndTypeTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf,application/pdf,true",
        "report.PDF,application/pdf,true",
        "report.pdf,text/plain,false",
        "page.txt,text/html,false",
        "drawing.xml,image/svg+xml,false",
        "notes.txt,text/plain,true",
        "list.csv,text/csv,true",
        "photo.jpeg,image/jpeg,true",
        "photo.jpg,image/png,false",
        "archive.zip,application/vnd.openxmlformats-officedocument.wordprocessingml.document,true",
        "letter.docx,application/zip,false",
        "README,text/plain,true",
        "dump.bin,application/x-dosexec,true",
        "invoice.pdf,application/x-dosexec,false"
    })
    void aNameAgreesWithItsContentOrDoesNot(String name, String type, boolean agrees) {
        assertThat(NameAndType.agree(name, type)).isEqualTo(agrees);
    }
}
