/** DataLink measured beside a Rucio that answers, and one that hangs: {@link org.dapple.bench.links.DataLinkCommand}. */
package org.dapple.bench.links;
