/** For tests: {@link TestDatabase}, {@link TestServer}, {@link Golden} and {@link Program}, all of them the real thing. */
package org.dapple.testkit;
