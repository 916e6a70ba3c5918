/** What the site decides: {@link org.dapple.tap.config.TapSettings}, judged as a whole before anything starts. */
package org.dapple.tap.config;
