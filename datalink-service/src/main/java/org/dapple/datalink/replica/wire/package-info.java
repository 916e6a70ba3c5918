/** Asks services over HTTP, within limits: {@link org.dapple.datalink.replica.wire.Wire}. */
package org.dapple.datalink.replica.wire;
