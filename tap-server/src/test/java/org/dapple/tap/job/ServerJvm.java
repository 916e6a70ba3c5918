package org.dapple.tap.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.dapple.embedded.tomcat.EmbeddedTomcat;
import org.dapple.tap.config.TapSettings;
import org.dapple.tap.web.TapWebapp;

/** A server in a process of its own, which can be killed. */
record ServerJvm(Process process, int port) implements AutoCloseable {

    /** Starts one and returns when it answers; its settings are those of {@link TapSettings#fromEnvironment()}. */
    static ServerJvm start(Map<String, String> settings) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                List.of(java, "-cp", System.getProperty("java.class.path"), ServerJvm.class.getName()));
        builder.environment().putAll(settings);
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String port =
                    out.lines().filter(line -> line.matches("\\d+")).findFirst().orElseThrow();
            return new ServerJvm(process, Integer.parseInt(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the process does. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedTomcat tomcat = EmbeddedTomcat.start(0, Map.of("", new TapWebapp(TapSettings.fromEnvironment())));
        System.out.println(tomcat.port());
        new CountDownLatch(1).await();
    }

    /** Ends it without a word to anybody. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
