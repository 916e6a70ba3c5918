package org.dapple.standalone;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.db.Demo;
import org.dapple.standalone.db.DemoStore;
import org.dapple.standalone.db.RolePasswords;
import org.dapple.standalone.db.SiteIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What has to be done to a database before services start that cannot do it themselves: the one shot of a deployment. */
@Command(
        name = "init",
        description =
                "Bring a database to the present schema, give the roles of Rucio and of the services the passwords"
                        + " of the environment, and end.")
final class InitCommand implements Callable<Integer> {

    private final Settings settings;
    private final RolePasswords passwords;

    @Option(
            names = "--database",
            paramLabel = "URL",
            required = true,
            description =
                    "The database, as its owner; a password may come as PGPASSWORD or in the file PGPASSWORD_FILE.")
    private String url;

    @Option(
            names = "--demo",
            paramLabel = "N",
            description = "Load a demonstration survey of N DIDs, unless there are as many DIDs already.")
    private Integer demo;

    @Option(
            names = "--authority",
            paramLabel = "NAME",
            description = "The IVOA authority that minted identifiers begin with; without it, what the database has.")
    private String authority;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "Where clients reach DataLink, for minted links, and files of the demonstration; without it, what the"
                            + " database has.")
    private String baseUrl;

    InitCommand(Settings settings, RolePasswords passwords) {
        this.settings = settings;
        this.passwords = passwords;
    }

    @Override
    public Integer call() {
        var owner = DatabaseSource.at(url).start();
        owner.migrate();
        passwords.set(owner);
        new SiteIdentity(Optional.ofNullable(authority), Optional.ofNullable(baseUrl)).applyTo(owner);
        if (demo != null) {
            Demo.fill(owner, demo);
        }
        if (demo != null && baseUrl != null) {
            new DemoStore(settings.state(), owner).offer(demo, baseUrl);
        }
        return 0;
    }
}
