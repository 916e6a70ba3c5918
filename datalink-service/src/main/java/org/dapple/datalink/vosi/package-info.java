/** The service's description of itself: {@link org.dapple.datalink.vosi.DataLinkCapabilities}. */
package org.dapple.datalink.vosi;
