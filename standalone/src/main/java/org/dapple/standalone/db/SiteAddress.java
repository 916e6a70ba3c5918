package org.dapple.standalone.db;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.dapple.dbinit.Site;
import org.dapple.standalone.state.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the links that the database mints leading to this server: to DAPPLE_BASE_URL where a site says so, else to this
 * machine and port, unless somebody has given the database another address.
 *
 * @param owner may change the site's settings
 * @param configured DAPPLE_BASE_URL
 */
public record SiteAddress(DatabaseAccess owner, Optional<String> configured) {

    private static final Logger LOG = LoggerFactory.getLogger(SiteAddress.class);
    private static final String LOCAL = "http://localhost:";

    public static SiteAddress of(DatabaseAccess owner, Map<String, String> environment) {
        return new SiteAddress(
                owner, Optional.ofNullable(environment.get("DAPPLE_BASE_URL")).filter(url -> !url.isBlank()));
    }

    /**
     * Makes links lead to a port, where they do not yet; then all of them are minted anew.
     *
     * @return where they lead
     * @throws Problem when the database refuses it
     */
    public String lead(int port) {
        try {
            Site site = Site.of(owner.jdbcUrl(), owner.user(), owner.password());
            String address = configured.orElse(site.baseUrl().startsWith(LOCAL) ? LOCAL + port : site.baseUrl());
            if (site.at(address).applyTo(owner.jdbcUrl(), owner.user(), owner.password())) {
                LOG.info("Links lead to {} now", address);
            }
            return address;
        } catch (SQLException e) {
            throw new Problem("Cannot tell the database where the services are: " + e.getMessage(), e);
        }
    }
}
