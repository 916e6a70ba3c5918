/** Who knows where files are: {@link org.dapple.datalink.replica.Catalogues} asks one {@link org.dapple.datalink.replica.ReplicaCatalogue} after the other. */
package org.dapple.datalink.replica;
