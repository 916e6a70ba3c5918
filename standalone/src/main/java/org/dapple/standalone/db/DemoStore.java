package org.dapple.standalone.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.dapple.dbinit.demo.DemoFile;
import org.dapple.dbinit.demo.DemoStorage;
import org.dapple.dbinit.demo.DemoSurvey;
import org.dapple.standalone.state.DemoState;
import org.dapple.standalone.state.Problem;
import org.dapple.standalone.state.StateFolder;

/** The files of the demonstration survey: in the state folder, from where this server serves them as two sites. */
public record DemoStore(StateFolder state, DatabaseAccess owner) {

    /** Path of the sites below the base URL. */
    public static final String PATH = "/storage";

    /**
     * Where there is a demonstration, makes its files and registers their replicas.
     *
     * @param baseUrl where the services are, without a slash at the end
     */
    public void offer(String baseUrl) {
        offer(state.demo().map(DemoState::loaded).orElse(0), baseUrl);
    }

    /**
     * The same for a demonstration that is there.
     *
     * @param size its number of DIDs, 0 for none
     */
    public void offer(int size, String baseUrl) {
        if (size == 0) {
            return;
        }
        List<DemoFile> files = new DemoSurvey(size).files();
        try {
            for (DemoFile file : files) {
                Path path = state.storage().resolve(file.scope()).resolve(file.name());
                Files.createDirectories(path.getParent());
                Files.write(path, file.bytes());
            }
            DemoStorage.register(files, baseUrl + PATH, owner.jdbcUrl(), owner.user(), owner.password());
        } catch (IOException e) {
            throw new Problem("Cannot write the demonstration's files: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new Problem("Cannot register the demonstration's files: " + e.getMessage(), e);
        }
    }
}
