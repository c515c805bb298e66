package broken.tickmark.kernel;

import org.springframework.stereotype.Component;

/** A word of everybody's that only Spring understands. */
@Component
class SpringInKernel {}
