/** The process that serves: started, watched and stopped through {@link org.dapple.standalone.server.ServerProcess}. */
package org.dapple.standalone.server;
