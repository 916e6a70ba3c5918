/** What the site decides: {@link org.dapple.datalink.config.DataLinkSettings}, judged as a whole before anything starts. */
package org.dapple.datalink.config;
