/** What goes wrong, in words that a user may see: {@link org.dapple.dali.fault.ServiceFault}. */
package org.dapple.dali.fault;
