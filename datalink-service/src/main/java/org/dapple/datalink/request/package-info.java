/** What a client asks for: {@link org.dapple.datalink.request.LinksRequest}. */
package org.dapple.datalink.request;
