package io.tickmark.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What something took, by the clock on the wall and by the processors of this JVM: where others use the machine too, the
 * second is the one to believe. It counts every thread: the server's, the database's and, over HTTP, the caller's.
 *
 * @param processorMillis to ten milliseconds
 * @param threadMillis of the calling thread alone, exact
 */
public record Timing(double wallMillis, double processorMillis, double threadMillis) {

    private static final OperatingSystemMXBean JVM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public static Timing of(Runnable work) {
        long processor = JVM.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Timing(
                (System.nanoTime() - wall) / 1e6,
                (JVM.getProcessCpuTime() - processor) / 1e6,
                (THREADS.getCurrentThreadCpuTime() - thread) / 1e6);
    }
}
