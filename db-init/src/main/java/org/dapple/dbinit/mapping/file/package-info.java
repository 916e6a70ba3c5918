/** Reads the file in which a site says how metadata become columns: {@link org.dapple.dbinit.mapping.file.MappingFile}. */
package org.dapple.dbinit.mapping.file;
