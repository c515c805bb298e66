package io.tickmark.sheets;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Shows a date as {@code 2026-11-23} whatever the workbook makes of it, and the rest as the workbook does. */
final class PlainValues extends DataFormatter {

    PlainValues() {
        super(Locale.ROOT);
    }

    @Override
    public String formatRawCellContents(double value, int index, @Nullable String format, boolean since1904) {
        if (format != null && DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, since1904);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return super.formatRawCellContents(value, index, format, since1904);
    }
}
