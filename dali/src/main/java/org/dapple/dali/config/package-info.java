/** Settings out of environment variables, with all their problems told at once: {@link org.dapple.dali.config.Environment}. */
package org.dapple.dali.config;
