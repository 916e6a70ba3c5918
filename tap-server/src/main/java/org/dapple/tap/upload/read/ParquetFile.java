package org.dapple.tap.upload.read;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.xml.sax.SAXException;
import uk.ac.starlink.parquet.ParquetStarTable;
import uk.ac.starlink.parquet.SequentialParquetStarTable;
import uk.ac.starlink.table.RowSequence;

/** Apache Parquet; the VOTable that VOParquet keeps in the footer describes the columns, where there is one. */
final class ParquetFile {

    private ParquetFile() {}

    static void read(Path file, TargetSink sink) throws IOException, SAXException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs(sink::countBytes))
                .build();
        // Columns of columns, which STIL does not read, are left out.
        ParquetStarTable table = new SequentialParquetStarTable(
                () -> ParquetFileReader.open(new LocalInputFile(file), options), () -> false);
        FooterDescriptions.describe(table);
        sink.acceptMetadata(table);
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                sink.acceptRow(rows.getRow());
            }
        }
        sink.endRows();
    }
}
