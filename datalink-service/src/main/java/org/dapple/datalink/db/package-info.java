/** Reads the database: {@link org.dapple.datalink.db.ReplicaTable} and {@link org.dapple.datalink.db.ProductTable}. */
package org.dapple.datalink.db;
