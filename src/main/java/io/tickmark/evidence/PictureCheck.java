package io.tickmark.evidence;

import io.tickmark.extraction.Contents;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a picture tells when it was taken. Text in pictures is not read, so this can only ask. */
@Component
@Order(4)
class PictureCheck implements FitnessCheck {

    @Override
    public List<Finding> look(Examined examined) {
        Contents contents = examined.read();
        if (contents == null || contents.width() == null || contents.captured() != null || contents.camera() != null) {
            return List.of();
        }
        return List.of(Finding.info(
                "no-date-in-picture",
                "This picture carries no date of its making, as most screenshots, and text in pictures is not read here."
                        + " Are system and day to be seen in it? If not, take it again with the clock showing."));
    }
}
