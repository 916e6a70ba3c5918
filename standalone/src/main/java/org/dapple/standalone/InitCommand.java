package org.dapple.standalone;

import java.util.concurrent.Callable;
import org.dapple.standalone.db.DatabaseSource;
import org.dapple.standalone.db.Demo;
import org.dapple.standalone.db.RolePasswords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What has to be done to a database before services start that cannot do it themselves: the one shot of a deployment. */
@Command(
        name = "init",
        description =
                "Bring a database to the present schema, give the roles of Rucio and of the services the passwords"
                        + " of the environment, and end.")
final class InitCommand implements Callable<Integer> {

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

    InitCommand(RolePasswords passwords) {
        this.passwords = passwords;
    }

    @Override
    public Integer call() {
        var owner = DatabaseSource.at(url).start();
        owner.migrate();
        passwords.set(owner);
        if (demo != null) {
            Demo.fill(owner, demo);
        }
        return 0;
    }
}
