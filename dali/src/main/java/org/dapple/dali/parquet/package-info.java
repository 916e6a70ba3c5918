/** Results as Apache Parquet: {@link org.dapple.dali.parquet.ParquetTableWriter}. */
package org.dapple.dali.parquet;
