/** The clients that are being answered and what their going away, or their slowness, means for the others: {@link org.dapple.tap.client.ClientWatch}. */
package org.dapple.tap.client;
