/**
 * Lists as people keep them in spreadsheets: read from CSV and XLSX, written to both so that no cell is a formula. It
 * never knows what a list is of.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
package io.tickmark.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
