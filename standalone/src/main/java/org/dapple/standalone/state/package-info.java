/** What is remembered between two commands, in the {@link org.dapple.standalone.state.StateFolder}. */
package org.dapple.standalone.state;
