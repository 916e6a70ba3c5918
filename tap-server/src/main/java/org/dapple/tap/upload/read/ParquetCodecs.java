package org.dapple.tap.upload.read;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The compressions of Parquet's pages, without Hadoop, which Parquet's own need. No page is unpacked before it was counted,
 * whatever the footer says.
 */
final class ParquetCodecs implements CompressionCodecFactory {

    /** Usual pages have one MiB. */
    private static final int MAX_PAGE = 32 << 20;

    private final LongConsumer counter;

    /** @param counter told the size of each page; what it throws ends the reading */
    ParquetCodecs(LongConsumer counter) {
        this.counter = counter;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Pages((packed, size) -> packed);
            case GZIP -> new Pages(ParquetCodecs::gunzip);
            case SNAPPY -> new Pages((packed, size) -> unpack(new SnappyDecompressor(), packed, size));
            case LZ4_RAW -> new Pages((packed, size) -> unpack(new Lz4Decompressor(), packed, size));
            case ZSTD -> new Pages((packed, size) -> unpack(new ZstdDecompressor(), packed, size));
            default ->
                throw new IllegalArgumentException(
                        "its compression " + codec + " is not read, but SNAPPY, GZIP, ZSTD and LZ4_RAW are");
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("only reading");
    }

    @Override
    public void release() {}

    private static byte[] gunzip(byte[] packed, int size) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(size);
        }
    }

    private static byte[] unpack(Decompressor codec, byte[] packed, int size) {
        byte[] page = new byte[size];
        codec.decompress(packed, 0, packed.length, page, 0, size);
        return page;
    }

    @FunctionalInterface
    private interface Codec {
        byte[] unpack(byte[] packed, int size) throws IOException;
    }

    private final class Pages implements BytesInputDecompressor {

        private final Codec codec;

        Pages(Codec codec) {
            this.codec = codec;
        }

        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            count(size);
            return BytesInput.from(codec.unpack(packed.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer page, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            count(size);
            page.put(codec.unpack(bytes, size));
        }

        private void count(int size) {
            if (size > MAX_PAGE) {
                throw new IllegalArgumentException("it has a page of more than " + MAX_PAGE + " bytes");
            }
            counter.accept(size);
        }

        @Override
        public void release() {}
    }
}
