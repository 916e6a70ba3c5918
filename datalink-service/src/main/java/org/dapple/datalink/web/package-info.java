/** The doors of the service, mounted by {@link org.dapple.datalink.web.DataLinkWebapp}. */
package org.dapple.datalink.web;
