/** Keeps and applies how metadata become columns: {@link org.dapple.dbinit.mapping.MappingStore}. */
package org.dapple.dbinit.mapping;
