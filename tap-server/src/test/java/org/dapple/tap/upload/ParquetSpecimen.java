package org.dapple.tap.upload;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Parquet files as other programs write them, without a VOTable in the footer. */
final class ParquetSpecimen {

    private final MessageType schema;

    /** @param columns in the language of Parquet's schemas */
    ParquetSpecimen(String columns) {
        this.schema = MessageTypeParser.parseMessageType("message table { " + columns + " }");
    }

    /** Writes rows, of which each is filled in by its number. */
    byte[] write(CompressionCodecName codec, int rows, RowFiller filler) {
        try {
            Path folder = Files.createTempDirectory("parquet");
            Path file = folder.resolve("specimen");
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withConf(new PlainParquetConfiguration())
                    .withType(schema)
                    .withCompressionCodec(codec)
                    .withCodecFactory(new Compressions())
                    .build()) {
                SimpleGroupFactory groups = new SimpleGroupFactory(schema);
                for (int i = 0; i < rows; i++) {
                    Group row = groups.newGroup();
                    filler.fill(i, row);
                    writer.write(row);
                }
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parquet's own need Hadoop. */
    private static final class Compressions implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    return BytesInput.from(packed(codec, bytes.toInputStream().readAllBytes()));
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codec;
                }

                @Override
                public void release() {}
            };
        }

        private static byte[] packed(CompressionCodecName codec, byte[] bytes) throws IOException {
            return switch (codec) {
                case GZIP -> gzip(bytes);
                case SNAPPY -> packed(new SnappyCompressor(), bytes);
                case LZ4_RAW -> packed(new Lz4Compressor(), bytes);
                case ZSTD -> packed(new ZstdCompressor(), bytes);
                default -> bytes;
            };
        }

        private static byte[] gzip(byte[] bytes) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(bytes);
            }
            return packed.toByteArray();
        }

        private static byte[] packed(Compressor compressor, byte[] bytes) {
            byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
            int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
            return Arrays.copyOf(packed, length);
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("only writing");
        }

        @Override
        public void release() {}
    }

    @FunctionalInterface
    interface RowFiller {
        void fill(int number, Group row);
    }
}
