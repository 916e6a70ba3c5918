package org.dapple.dali.parquet;

import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.dapple.dali.table.RowStream;

/** How results are laid out in row groups and pages. */
final class ParquetFile extends ParquetWriter.Builder<RowStream, ParquetFile> {

    /** Far below the usual 128 MiB, since every result that is written at the same time holds one. */
    private static final long ROW_GROUP_BYTES = 8 << 20;

    private static final int PAGE_BYTES = 256 << 10;

    private final RowWriteSupport support;

    ParquetFile(OutputFile file, RowWriteSupport support) {
        super(file);
        this.support = support;
        withConf(new PlainParquetConfiguration());
        withCompressionCodec(CompressionCodecName.SNAPPY);
        withRowGroupSize(ROW_GROUP_BYTES);
        withPageSize(PAGE_BYTES);
    }

    @Override
    protected ParquetFile self() {
        return this;
    }

    @Override
    protected WriteSupport<RowStream> getWriteSupport(ParquetConfiguration configuration) {
        return support;
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract, though replaced by the one above.
    protected WriteSupport<RowStream> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
        return support;
    }
}
