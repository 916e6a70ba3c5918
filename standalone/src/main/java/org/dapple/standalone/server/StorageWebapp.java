package org.dapple.standalone.server;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.HttpManners;
import org.dapple.dali.http.Resource;
import org.dapple.dali.http.StoredContent;
import org.dapple.dbinit.demo.DemoStorage;

/** The demonstration's files, as if each of its sites had them: {@code /<site>/<scope>/<name>}. */
final class StorageWebapp implements ServletContainerInitializer {

    private final Path folder;

    StorageWebapp(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        HttpManners.addTo(context);
        for (String site : DemoStorage.SITES) {
            context.addServlet(site, new FileServlet(folder)).addMapping("/" + site + "/*");
        }
    }

    /** Sends what lies in a folder, and nothing outside it. */
    private static final class FileServlet extends Resource {

        private final transient Path folder;

        FileServlet(Path folder) {
            this.folder = folder;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Path file = file(request.getPathInfo());
            try (SeekableByteChannel content = Files.newByteChannel(file)) {
                String name = Integer.toHexString(file.toString().hashCode()) + "-" + content.size();
                new StoredContent(
                                name,
                                "application/fits",
                                Files.getLastModifiedTime(file).toInstant(),
                                content)
                        .send(request, response);
            }
        }

        private Path file(String pathInfo) {
            try {
                Path file = folder.resolve(String.valueOf(pathInfo).replaceFirst("^/+", ""))
                        .normalize();
                if (file.startsWith(folder) && Files.isRegularFile(file)) {
                    return file;
                }
            } catch (InvalidPathException noPath) {
                throw ServiceFault.notFound("There is no such file.");
            }
            throw ServiceFault.notFound("There is no such file.");
        }
    }
}
