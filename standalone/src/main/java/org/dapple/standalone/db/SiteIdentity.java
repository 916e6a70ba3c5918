package org.dapple.standalone.db;

import java.sql.SQLException;
import java.util.Optional;
import org.dapple.dbinit.Site;
import org.dapple.standalone.state.Problem;

/**
 * What minted identifiers and links begin with, as a deployment says it; what it does not say stays.
 *
 * @param authority the site's IVOA authority
 * @param baseUrl where clients reach the services, without a slash at the end
 */
public record SiteIdentity(Optional<String> authority, Optional<String> baseUrl) {

    /**
     * Makes a migrated database mint so; if that is a change, everything is minted anew.
     *
     * @throws Problem when one of them cannot be part of an identifier or a URL
     */
    public void applyTo(DatabaseAccess owner) {
        try {
            Site now = Site.of(owner.jdbcUrl(), owner.user(), owner.password());
            new Site(authority.orElse(now.authority()), now.path(), baseUrl.orElse(now.baseUrl()))
                    .applyTo(owner.jdbcUrl(), owner.user(), owner.password());
        } catch (SQLException e) {
            throw new Problem("--authority, --base-url: the database refuses them: " + e.getMessage(), e);
        }
    }
}
