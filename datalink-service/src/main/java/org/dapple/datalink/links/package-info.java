/** From a request to the rows of its answer: {@link org.dapple.datalink.links.LinkService}, written by {@link org.dapple.datalink.links.LinksDocument}. */
package org.dapple.datalink.links;
