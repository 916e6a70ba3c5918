/** The DataLink service, put together by {@link org.dapple.datalink.Wiring}. */
package org.dapple.datalink;
