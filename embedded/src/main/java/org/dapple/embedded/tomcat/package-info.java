/** Tomcat 11 inside this process, behind one door, {@link EmbeddedTomcat}. */
package org.dapple.embedded.tomcat;
